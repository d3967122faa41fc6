import type { Passkey, PasskeyAssertion, Person } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { isChallengeOpen, useChallengeWrite } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import type { Proved } from '../identity/complete-sign-in.ts'
import { challengeOf, checkAssertion } from './check-assertion.ts'
import type { FrontContext } from './front.ts'

/**
 * What the use of a passkey of hers for a purpose proves and changes: the challenge is used up, and the passkey knows that it was used.
 * Null where the answer is not hers, not for this, or not of this moment. A counter that went back is refused and recorded.
 */
export async function usePasskey(
  c: FrontContext,
  person: Person,
  { assertion, purpose }: { readonly assertion: PasskeyAssertion; readonly purpose: string },
): Promise<Proved | null> {
  const { database, origin, now } = c.var.dependencies
  const passkey = person.passkeys.find(({ id }) => id === assertion.id)
  const challenge = challengeOf(assertion.response.clientDataJSON)
  if (!passkey || challenge === null || !(await isChallengeOpen(database, now(), { challenge, purpose }))) return null
  const checked = await checkAssertion(assertion, { passkey, challenge, origin })
  if (checked === 'counter_went_back') {
    const event = { type: 'passkey_counter_went_back', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }
    await commit(database, now(), { writes: [], events: [event] })
  }
  if (typeof checked === 'string') return null
  const used = usedOn(passkey, checked.counter, now())
  const also = [useChallengeWrite(database, now(), { challenge, purpose })]
  if (used === passkey) return { before: person, also }
  const passkeys = person.passkeys.map((one) => (one === passkey ? used : one))
  return { before: person, after: { ...person, version: person.version + 1, passkeys }, also }
}

/** A passkey after its use; the moment of use is kept by the day, which is enough to recognise one that is no longer used. */
function usedOn(passkey: Passkey, counter: number, now: Date): Passkey {
  const lastUsedAt = `${now.toISOString().slice(0, 10)}T00:00:00.000Z`
  return passkey.counter === counter && passkey.lastUsedAt === lastUsedAt ? passkey : { ...passkey, counter, lastUsedAt }
}
