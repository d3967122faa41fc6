import { Sessions } from '@kunak/contracts/identity'
import { listSessions as load } from '@kunak/data/identity'
import { isSessionOver } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** Her sessions that still let somebody in, with the sort of device and when each was last used. */
export const listSessions = new Hono<Front>().get('/sessions', async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { person, session } = own.value
  const { database, now } = c.var.dependencies
  const living = (await load(database, now(), person.id)).filter((one) => !isSessionOver(one, person, []))
  return c.json(
    Sessions.parse({ sessions: living.map(({ personId: _, ...one }) => ({ ...one, isThis: one.id === session.id })) }),
  )
})
