import { StepUpRequest, StepUpWays } from '@kunak/contracts/identity'
import { challengeMs, issueChallenge } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import { rpIdOf } from '../front-door/check-assertion.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { stepUpPurpose } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { describePasskeys } from './describe-passkeys.ts'

/** How she can prove that it is she who does an act: what her browser asks her passkey, or that a code of her app will do. */
export const stepUp = new Hono<Front>().post('/step-up', limitRate('change'), onlyJson, body(StepUpRequest), async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, origin, now } = c.var.dependencies
  const { person, session } = own.value
  const { passkeys, authenticator } = person
  if (passkeys.length === 0) return c.json(StepUpWays.parse({ passkey: null, code: authenticator !== null }))
  const purpose = stepUpPurpose(session.id, c.req.valid('json').act)
  const passkey = {
    challenge: await issueChallenge(database, now(), purpose),
    rpId: rpIdOf(origin),
    timeout: challengeMs,
    userVerification: 'required' as const,
    allowCredentials: describePasskeys(person),
  }
  return c.json(StepUpWays.parse({ passkey, code: false }))
})
