import { removePasskey as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { changeOwnAccount } from './change-own-account.ts'

/** Takes a passkey away, unless it is her only second factor: who holds it cannot sign in with it any more. */
export const removePasskey = new Hono<Front>().delete('/passkeys/:id', limitRate('change'), needStepUp, (c) =>
  changeOwnAccount(c, 'passkey_removed', (before) => decide(before, c.req.param('id'))),
)
