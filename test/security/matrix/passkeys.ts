/** Everybody who is signed in, wherever she belongs. */
const signedIn = (done: number) => ({ 'no organisation': `401${` ${done}`.repeat(7)}` })

/** Confirming an act, and passkeys: each reader speaks of her own account. */
export const passkeyRows = {
  'post /step-up': signedIn(200),
}
