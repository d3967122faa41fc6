import type { Person, SignIn } from '@kunak/contracts/identity'
import { countTry, loadPerson, loadSignIn } from '@kunak/data/identity'
import { askingHashOf } from '../front-door/asking-cookie.ts'
import type { FrontContext } from '../front-door/front.ts'

export interface ProvedSignIn {
  readonly signIn: SignIn
  readonly person: Person
}

/** The sign-in of this browser whose mail is proved, and whose account it is, or null. Counts a try, unless told that none is made. */
export async function provedSignIn(c: FrontContext, { isTry = true } = {}): Promise<ProvedSignIn | null> {
  const { database, now } = c.var.dependencies
  const hash = askingHashOf(c)
  const signIn = hash && (await (isTry ? countTry : loadSignIn)(database, now(), hash))
  if (!signIn || signIn.personId === null) return null
  const person = await loadPerson(database, signIn.personId)
  return person && { signIn, person }
}
