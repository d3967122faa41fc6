import { Done } from '@kunak/contracts/identity'
import { savePerson } from '@kunak/data/identity'
import { actorOf, removeAuthenticator as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** Takes her authenticator app away, unless it is her only second factor. */
export const removeAuthenticator = new Hono<Front>().delete(
  '/authenticator',
  onlySignedIn,
  limitRate('change'),
  needStepUp,
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { person: before } = own.value
    const after = decide(before)
    if (!after.ok) return answerRefusal(c, after.refusal)
    const event = { type: 'authenticator_removed', actor: actorOf(before), data: {} }
    const saved = await savePerson(database, now(), { before, after: after.value, event })
    return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
  },
)
