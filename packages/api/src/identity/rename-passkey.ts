import { PasskeyRenaming } from '@kunak/contracts/identity'
import { renamePasskey as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changeOwnAccount } from './change-own-account.ts'

/** Another name for a passkey, so that she knows which is which. */
export const renamePasskey = new Hono<Front>().put('/passkeys/:id', limitRate('change'), onlyJson, body(PasskeyRenaming), (c) =>
  changeOwnAccount(c, 'passkey_renamed', (before) => decide(before, c.req.param('id'), c.req.valid('json').name)),
)
