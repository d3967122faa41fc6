import { removeAuthenticator as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlySignedIn } from '../front-door/only-signed-in.ts'
import { needStepUp } from '../front-door/need-step-up.ts'
import { changeOwnAccount } from './change-own-account.ts'

/** Takes her authenticator app away, unless it is her only second factor. */
export const removeAuthenticator = new Hono<Front>().delete(
  '/authenticator',
  onlySignedIn,
  limitRate('change'),
  needStepUp,
  (c) => changeOwnAccount(c, 'authenticator_removed', decide),
)
