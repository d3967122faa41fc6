import { Done } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endSessionWrites, loadSession } from '@kunak/data/identity'
import { actorOf } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { takeSessionToken } from '../front-door/session-cookie.ts'

/** Ends one session of hers: the very next request that carries its token comes from nobody. */
export const endSession = new Hono<Front>().delete('/sessions/:id', onlySignedIn, limitRate('change'), async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, now } = c.var.dependencies
  const { person, session } = own.value
  const id = c.req.param('id')
  const ended = /^[\w-]{43}$/.test(id) ? await loadSession(database, id) : null
  if (ended?.personId !== person.id) return answerProblem(c, 'not_found')
  const event = { type: 'session_ended', subject: `PERSON#${person.id}`, actor: actorOf(person), data: {} }
  const saved = await commit(database, now(), { writes: endSessionWrites(database, ended), events: [event] })
  if (!saved.ok) return answerProblem(c, 'not_found')
  if (ended.id === session.id) takeSessionToken(c)
  return c.json(Done.parse({ status: 'done' }))
})
