import { type SignIn, SignInState } from '@kunak/contracts/identity'
import { loadPerson, loadSignIn } from '@kunak/data/identity'
import { recoveryProgress } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { askingHashOf } from '../front-door/asking-cookie.ts'
import type { Front, FrontContext } from '../front-door/front.ts'

/** Where this browser's sign-in stands, for its next page. It changes nothing, and tells of an account only once its mail is proved. */
export const getSignIn = new Hono<Front>().get('/sign-in', async (c) => {
  const { database, now } = c.var.dependencies
  const hash = askingHashOf(c)
  const signIn = hash && (await loadSignIn(database, now(), hash))
  return c.json(SignInState.parse(signIn ? await stateOf(c, signIn) : { step: 'ask', ways: null }), 200, {
    'cache-control': 'no-store',
  })
})

async function stateOf(c: FrontContext, { personId }: SignIn): Promise<SignInState> {
  const { database, now } = c.var.dependencies
  if (personId === null) return { step: 'prove_mail', ways: null }
  const person = await loadPerson(database, personId)
  if (!person) return { step: 'ask', ways: null }
  return {
    step: 'second_factor',
    ways: {
      passkey: person.passkeys.length > 0,
      authenticator: person.authenticator !== null,
      recoveryCode: person.recoveryCode !== null,
      guardians: person.guardians.length === 2,
      recovery: recoveryProgress(person, now()),
    },
  }
}
