import type { Organisation } from '@kunak/contracts/directory'
import type { Asked } from '@kunak/testing'

let counted = 0
/** An address that nobody has asked for yet, so that none has used up its letters. */
const aFreshMail = () => `somebody-${(counted += 1)}@post.example`
const aCode = () => ({ json: { code: '000000' } })

/** A right request to each route of signing in that takes a body. */
export const signInRequests: Readonly<Record<string, (about: Organisation) => Asked>> = {
  'post /sign-in': () => ({ json: { mail: aFreshMail(), locale: 'ru' } }),
  'post /sign-in/confirmation': aCode,
  'post /sign-in/authenticator': aCode,
  'post /sign-in/recovery-code': aCode,
  'post /authenticator/confirmation': aCode,
  'post /guardians': () => ({ json: { mail: aFreshMail() } }),
}
