import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import { hasSecondFactor, type Passkey, type Person, type Session } from '@kunak/contracts/identity'

/** A second factor that somebody has just shown to work. */
export type Factor =
  { readonly passkey: Passkey } | { readonly authenticator: { readonly secret: string; readonly lastStep: number } }

/**
 * An account with one more second factor. In a full session it is added to what is there. In an enrolling one it is the first: of a new
 * account, or, after a recovery, in place of all that were there, which may lie in other hands; then every session that began before is
 * over, and a new recovery code (its hash) takes the old one's place. Mail alone adds nothing to an account that has a factor already.
 */
export function addFactor(
  person: Person,
  factor: Factor,
  {
    session,
    recoveryCode,
    now,
  }: { readonly session: Pick<Session, 'kind' | 'via'>; readonly recoveryCode: string; readonly now: Date },
): Result<Person, Refusal> {
  const version = person.version + 1
  if (session.kind === 'full') return ok({ ...withFactor(person, factor, now), version })
  if (session.via !== 'recovery' && hasSecondFactor(person)) return refuse({ code: 'not_yours' })
  const bare: Person = { ...person, passkeys: [], authenticator: null }
  return ok({ ...withFactor(bare, factor, now), version, recoveryCode, recovery: null, sessionsFrom: justAfter(now) })
}

function withFactor(person: Person, factor: Factor, now: Date): Person {
  if ('passkey' in factor) return { ...person, passkeys: [...person.passkeys, factor.passkey] }
  return { ...person, authenticator: { ...factor.authenticator, since: now.toISOString() } }
}

/** The first moment at which a session can begin that is not over, once all that have begun until now are. */
export function justAfter(now: Date): string {
  return new Date(now.getTime() + 1).toISOString()
}
