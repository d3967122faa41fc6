import type { PersonId } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'

/** An account as it is on its first day: no organisation, no second factor, so that the first sign-in adds one. */
export function newPerson(
  said: Pick<Person, 'mail' | 'mailFingerprint' | 'actorNonce' | 'locale' | 'wantsLetters'> & { readonly id: PersonId },
  now: Date,
): Person {
  const at = now.toISOString()
  return {
    ...said,
    version: 1,
    name: null,
    createdAt: at,
    memberships: [],
    isCoordinator: false,
    passkeys: [],
    authenticator: null,
    recoveryCode: null,
    guardians: [],
    recovery: null,
    undeliverable: null,
    sessionsFrom: at,
  }
}
