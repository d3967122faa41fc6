import { Done } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endSessionWrites } from '@kunak/data/identity'
import { Hono } from 'hono'
import { takeAskingToken } from '../front-door/asking-cookie.ts'
import type { Front } from '../front-door/front.ts'
import { takeSessionToken } from '../front-door/session-cookie.ts'

/** Ends the session of this browser and takes its tokens away; whoever has none has left already. */
export const signOut = new Hono<Front>().post('/sign-out', async (c) => {
  const { session, dependencies } = c.var
  const { database, now } = dependencies
  // Refused only where it has just been ended elsewhere.
  if (session) await commit(database, now(), { writes: endSessionWrites(database, session), events: [] })
  takeSessionToken(c)
  takeAskingToken(c)
  return c.json(Done.parse({ status: 'done' }))
})
