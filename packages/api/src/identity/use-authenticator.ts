import { SignInStep, TypedCode } from '@kunak/contracts/identity'
import { endSignInWrite, loadPerson } from '@kunak/data/identity'
import { verifyAuthenticatorCode } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import { takeAskingToken } from '../front-door/asking-cookie.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { refuseTooMany } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { type ProvedSignIn, provedSignIn } from './proved-sign-in.ts'

/** The second factor of a phone without passkeys: after the mail, what her authenticator app shows now. A code counts once. */
export const useAuthenticator = new Hono<Front>().post('/sign-in/authenticator', onlyJson, body(TypedCode), async (c) => {
  const proved = await provedSignIn(c)
  if (!proved) return answerProblem(c, 'proof_refused')
  const refused = await refuseTooMany(c, 'second_factor', proved.person.id)
  if (refused) return refused
  if (!(await signIn(c, proved, c.req.valid('json').code))) return answerProblem(c, 'proof_refused')
  takeAskingToken(c)
  return c.json(SignInStep.parse({ next: 'done' }))
})

async function signIn(c: FrontContext, { signIn: asking, person }: ProvedSignIn, code: string): Promise<boolean> {
  const { database, secrets, now } = c.var.dependencies
  let before: typeof person | null = person
  for (let attempt = 1; before?.authenticator && attempt <= 3; attempt += 1) {
    const { secret, lastStep } = before.authenticator
    const step = verifyAuthenticatorCode(code, { secret: secrets.unseal(secret), lastStep, now: now() })
    if (step === null) return false
    const after = { ...before, version: before.version + 1, authenticator: { ...before.authenticator, lastStep: step } }
    const also = [endSignInWrite(database, asking.hash)]
    if ((await completeSignIn(c, { before, after, via: 'authenticator', also })).ok) return true
    before = await loadPerson(database, person.id)
  }
  return false
}
