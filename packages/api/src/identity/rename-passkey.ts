import { Done, PasskeyRenaming } from '@kunak/contracts/identity'
import { savePerson } from '@kunak/data/identity'
import { actorOf, renamePasskey as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { body, onlyJson } from '../front-door/parse.ts'

/** Another name for a passkey, so that she knows which is which. */
export const renamePasskey = new Hono<Front>().put(
  '/passkeys/:id',
  limitRate('change'),
  onlyJson,
  body(PasskeyRenaming),
  async (c) => {
    const own = ownAccount(c)
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { person: before } = own.value
    const after = decide(before, c.req.param('id'), c.req.valid('json').name)
    if (!after.ok) return answerRefusal(c, after.refusal)
    const event = { type: 'passkey_renamed', actor: actorOf(before), data: {} }
    const saved = await savePerson(database, now(), { before, after: after.value, event })
    return saved.ok ? c.json(Done.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
  },
)
