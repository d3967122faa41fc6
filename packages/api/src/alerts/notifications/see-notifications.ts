import { SeenUpTo } from '@kunak/contracts/alerts'
import { Done } from '@kunak/contracts/identity'
import { noteSeenUpTo } from '@kunak/data/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { ownAccount } from '../../front-door/own-account.ts'
import { body, onlyJson } from '../../front-door/parse.ts'

/** The reader has seen what was new up to a moment, which her page names: what came after it was shown stays new. */
export const seeNotifications = new Hono<Front>().post(
  '/notifications/seen',
  onlySignedIn,
  limitRate('change'),
  onlyJson,
  body(SeenUpTo),
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const [upTo = ''] = [new Date(c.req.valid('json').upTo).toISOString(), now().toISOString()].sort()
    await noteSeenUpTo(database, own.value.person.id, upTo)
    return c.json(Done.parse({ status: 'done' }))
  },
)
