import { Passkeys } from '@kunak/contracts/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'

/** Her passkeys: what she calls them, and when they were added and used. Their keys are nobody's business. */
export const listPasskeys = new Hono<Front>().get('/passkeys', async (c) => {
  const own = ownAccount(c, { mayEnrol: true })
  if (!own.ok) return answerRefusal(c, own.refusal)
  const passkeys = own.value.person.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }))
  return c.json(Passkeys.parse({ passkeys }))
})
