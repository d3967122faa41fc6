import { Done } from '@kunak/contracts/identity'
import { savePerson } from '@kunak/data/identity'
import { actorOf, removePasskey as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** Takes a passkey away, unless it is her only second factor: who holds it cannot sign in with it any more. */
export const removePasskey = new Hono<Front>().delete('/passkeys/:id', limitRate('change'), needStepUp, async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, now } = c.var.dependencies
  const { person: before } = own.value
  const after = decide(before, c.req.param('id'))
  if (!after.ok) return answerRefusal(c, after.refusal)
  const event = { type: 'passkey_removed', actor: actorOf(before), data: {} }
  const saved = await savePerson(database, now(), { before, after: after.value, event })
  return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
})
