import { Done } from '@kunak/contracts/identity'
import { actorOf, justAfter } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { rotateSession } from './complete-sign-in.ts'

/** Stops a recovery that she did not ask for, from any session of hers, and ends every other: one may have come by it. */
export const cancelRecovery = new Hono<Front>().delete('/recovery', onlySignedIn, limitRate('change'), async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { person: before, session } = own.value
  if (before.recovery === null) return answerProblem(c, 'not_found')
  const sessionsFrom = justAfter(c.var.dependencies.now())
  const events = [{ type: 'recovery_cancelled', subject: `PERSON#${before.id}`, actor: actorOf(before), data: {} }]
  const after = { ...before, version: before.version + 1, recovery: null, sessionsFrom }
  const saved = await rotateSession(c, session, { before, after, events })
  return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
})
