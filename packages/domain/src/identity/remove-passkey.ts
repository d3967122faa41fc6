import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'

/** An account without one of its passkeys; refuses to take the last second factor, for then mail alone would do. */
export function removePasskey(person: Person, id: string): Result<Person, Refusal> {
  const passkeys = person.passkeys.filter((passkey) => passkey.id !== id)
  if (passkeys.length === person.passkeys.length) return refuse({ code: 'not_found' })
  if (passkeys.length === 0 && person.authenticator === null) return refuse({ code: 'last_factor' })
  return ok({ ...person, version: person.version + 1, passkeys })
}
