import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { FactorAdded, Person, Session } from '@kunak/contracts/identity'
import type { Write } from '@kunak/data'
import { hashOfRecoveryCode, newRecoveryCode, savePerson } from '@kunak/data/identity'
import { actorOf, addFactor, type Factor } from '@kunak/domain/identity'
import type { FrontContext } from '../front-door/front.ts'
import { rotateSession } from './complete-sign-in.ts'

/**
 * Adds a second factor that has just been shown to work. In an enrolling session it makes the session a full one, ends every other and
 * answers the recovery code, this once; in a full one it stands beside the others.
 */
export async function completeEnrolment(
  c: FrontContext,
  { person, session }: { readonly person: Person; readonly session: Session },
  { factor, also = [] }: { readonly factor: Factor; readonly also?: readonly Write[] },
): Promise<Result<FactorAdded, Refusal>> {
  const { database, now } = c.var.dependencies
  const code = newRecoveryCode()
  const added = addFactor(person, factor, { session, recoveryCode: hashOfRecoveryCode(code), now: now() })
  if (!added.ok) return added
  const subject = `PERSON#${person.id}`
  const event = { type: 'passkey' in factor ? 'passkey_added' : 'authenticator_added', actor: actorOf(person), data: {} }
  if (session.kind === 'full') {
    const saved = await savePerson(database, now(), { before: person, after: added.value, event, also })
    return saved.ok ? ok({ recoveryCode: null }) : refuse(saved.refusal)
  }
  const recovered = { ...event, type: 'account_recovered', subject }
  const rotated = await rotateSession(c, session, {
    before: person,
    after: added.value,
    kind: 'full',
    also,
    events: [{ ...event, subject }, ...(session.via === 'recovery' ? [recovered] : [])],
  })
  return rotated.ok ? ok({ recoveryCode: code }) : refuse(rotated.refusal)
}
