import { Done, SessionsQuery } from '@kunak/contracts/identity'
import { endSessionWrites, savePerson } from '@kunak/data/identity'
import { actorOf, justAfter } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { query } from '../front-door/parse.ts'
import { takeSessionToken } from '../front-door/session-cookie.ts'
import { rotateSession } from './complete-sign-in.ts'

/** Ends all sessions of hers that have begun until now, but this one unless told, however many there are: by one change of her account. */
export const endSessions = new Hono<Front>().delete(
  '/sessions',
  onlySignedIn,
  limitRate('change'),
  query(SessionsQuery),
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { person: before, session } = own.value
    const after = { ...before, version: before.version + 1, sessionsFrom: justAfter(now()) }
    const event = { type: 'sessions_ended', actor: actorOf(before), data: {} }
    const isAll = c.req.valid('query').which === 'all'
    const saved = isAll
      ? await savePerson(database, now(), { before, after, event, also: endSessionWrites(database, session) })
      : await rotateSession(c, session, { before, after, events: [{ ...event, subject: `PERSON#${before.id}` }] })
    if (!saved.ok) return answerProblem(c, saved.refusal.code)
    if (isAll) takeSessionToken(c)
    return c.json(Done.parse({ status: 'done' }))
  },
)
