import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'

/** An account without its authenticator app; refuses to take the last second factor, for then mail alone would do. */
export function removeAuthenticator(person: Person): Result<Person, Refusal> {
  if (person.authenticator === null) return refuse({ code: 'not_found' })
  if (person.passkeys.length === 0) return refuse({ code: 'last_factor' })
  return ok({ ...person, version: person.version + 1, authenticator: null })
}
