import { Authenticator } from '@kunak/contracts/identity'
import { keepPendingAuthenticator, newAuthenticatorSecret } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlyWithSession } from '../front-door/only-signed-in.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { neutralNameOf } from './describe-passkeys.ts'

/** A fresh secret for an authenticator app; it counts once its first code has come. In a full session the act is to be confirmed. */
export const beginAuthenticator = new Hono<Front>().post('/authenticator', onlyWithSession, limitRate('change'), async (c) => {
  const refused = c.var.session?.kind === 'full' ? await refuseWithoutStepUp(c) : null
  if (refused) return refused
  const own = ownAccount(c, { mayEnrol: true })
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, secrets, now } = c.var.dependencies
  const { person, session } = own.value
  const secret = newAuthenticatorSecret()
  await keepPendingAuthenticator(database, now(), { session, sealed: secrets.seal(secret) })
  return c.json(Authenticator.parse({ since: person.authenticator?.since ?? null, pending: pendingOf(c, secret) }))
})

/**
 * The address that a QR code carries to an app. It names this site by a neutral word and nobody's account: the app's list stays on a
 * device that others may look at (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
 */
export function pendingOf(c: FrontContext, secret: string): { readonly secret: string; readonly uri: string } {
  const name = encodeURIComponent(neutralNameOf(c))
  return { secret, uri: `otpauth://totp/${name}?secret=${secret}&issuer=${name}` }
}
