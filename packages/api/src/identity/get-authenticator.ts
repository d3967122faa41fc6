import { Authenticator } from '@kunak/contracts/identity'
import { loadPendingAuthenticator } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { pendingOf } from './begin-authenticator.ts'

/** Whether she has an authenticator app, and the secret that waits in this session for its first code. */
export const getAuthenticator = new Hono<Front>().get('/authenticator', async (c) => {
  const own = ownAccount(c, { mayEnrol: true })
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, secrets, now } = c.var.dependencies
  const { person, session } = own.value
  const sealed = await loadPendingAuthenticator(database, now(), session)
  const pending = sealed === null ? null : pendingOf(c, secrets.unseal(sealed))
  return c.json(Authenticator.parse({ since: person.authenticator?.since ?? null, pending }))
})
