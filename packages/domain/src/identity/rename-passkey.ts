import { ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'

/** An account in which a passkey is called something else. */
export function renamePasskey(person: Person, id: string, name: string): Result<Person, Refusal> {
  if (!person.passkeys.some((passkey) => passkey.id === id)) return refuse({ code: 'not_found' })
  const passkeys = person.passkeys.map((passkey) => (passkey.id === id ? { ...passkey, name } : passkey))
  return ok({ ...person, version: person.version + 1, passkeys })
}
