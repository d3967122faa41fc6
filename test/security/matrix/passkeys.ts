const everyone = (done: number) => ({ 'no organisation': Array(8).fill(done).join(' ') })
/** Everybody who is signed in, wherever she belongs. */
const signedIn = (done: number) => ({ 'no organisation': `401${` ${done}`.repeat(7)}` })

/**
 * Confirming an act, and passkeys: each reader speaks of her own account, and has no passkey by the name that is asked for. A made-up
 * answer of a passkey signs nobody in.
 */
export const passkeyRows = {
  'post /step-up': signedIn(200),
  'post /sign-in/passkey/options': everyone(200),
  'post /sign-in/passkey': everyone(401),
  'get /passkeys': signedIn(200),
  'post /passkeys/options': signedIn(200),
  'post /passkeys': signedIn(422),
  'put /passkeys/{id}': signedIn(404),
  'delete /passkeys/{id}': signedIn(404),
}
