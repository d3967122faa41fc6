import { PasskeyAssertion, PasskeyRequest, SignInStep } from '@kunak/contracts/identity'
import { challengeMs, findPersonByPasskey, issueChallenge } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import { takeAskingToken } from '../front-door/asking-cookie.ts'
import { rpIdOf } from '../front-door/check-assertion.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { usePasskey } from '../front-door/use-passkey.ts'
import { userHandleOf } from './begin-passkey.ts'
import { completeSignIn } from './complete-sign-in.ts'

const purpose = 'sign-in'

/**
 * Signing in with a passkey, without mail: the device itself shows which ones it has, so that nobody is told who has one. What is
 * unknown, forged, late or used already gets the same refusal.
 */
export const signInWithPasskey = new Hono<Front>()
  .post('/sign-in/passkey/options', limitRate('change'), async (c) => {
    const { database, origin, now } = c.var.dependencies
    const challenge = await issueChallenge(database, now(), purpose)
    const userVerification = 'required' as const
    return c.json(
      PasskeyRequest.parse({ challenge, rpId: rpIdOf(origin), timeout: challengeMs, userVerification, allowCredentials: [] }),
    )
  })
  .post('/sign-in/passkey', limitRate('change'), onlyJson, body(PasskeyAssertion), async (c) => {
    if (!(await signIn(c, c.req.valid('json')))) return answerProblem(c, 'proof_refused')
    takeAskingToken(c)
    return c.json(SignInStep.parse({ next: 'done' }))
  })

async function signIn(c: FrontContext, assertion: PasskeyAssertion): Promise<boolean> {
  const { userHandle } = assertion.response
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const person = await findPersonByPasskey(c.var.dependencies.database, assertion.id)
    if (!person || (userHandle && userHandle !== userHandleOf(c, person))) return false
    const proved = await usePasskey(c, person, { assertion, purpose })
    if (!proved) return false
    if ((await completeSignIn(c, { ...proved, via: 'passkey' })).ok) return true
  }
  return false
}
