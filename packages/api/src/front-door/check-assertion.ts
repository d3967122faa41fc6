import type { Passkey, PasskeyAssertion } from '@kunak/contracts/identity'
import * as z from 'zod'

/** What the browser says of the moment of signing (https://www.w3.org/TR/webauthn-3/#dictdef-collectedclientdata). */
const ClientData = z.object({
  challenge: z.string().min(1),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.never().optional(),
})

/** The challenge that a passkey's answer is about, or null where it cannot be read or was given inside another site's page. */
export function challengeOf(clientDataJson: string): string | null {
  try {
    const text = Buffer.from(clientDataJson, 'base64url').toString('utf8')
    return ClientData.safeParse(JSON.parse(text)).data?.challenge ?? null
  } catch {
    return null
  }
}

/** The name of this host as passkeys know it. */
export const rpIdOf = (origin: string): string => new URL(origin).hostname

export interface ExpectedOf {
  readonly passkey: Passkey
  readonly challenge: string
  readonly origin: string
}

/**
 * Judges a passkey's answer: signature, type, challenge, origin, host, presence and verification of the user. Answers the passkey's new
 * counter; a counter that does not grow is told apart, because it may mean that the passkey has been copied.
 */
export async function checkAssertion(
  assertion: PasskeyAssertion,
  { passkey, challenge, origin }: ExpectedOf,
): Promise<{ readonly counter: number } | 'forged' | 'counter_went_back'> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { userHandle, ...response } = assertion.response
  const counter = await verifyAuthenticationResponse({
    response: {
      ...assertion,
      response: { ...response, ...(userHandle && { userHandle }) },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpIdOf(origin),
    // The counter is looked at below, where it can be told from a forgery.
    credential: { id: passkey.id, publicKey: Buffer.from(passkey.publicKey, 'base64url'), counter: 0 },
    requireUserVerification: true,
  }).then(
    ({ verified, authenticationInfo }) => (verified ? authenticationInfo.newCounter : null),
    () => null,
  )
  if (counter === null) return 'forged'
  return counter > passkey.counter || (counter === 0 && passkey.counter === 0) ? { counter } : 'counter_went_back'
}
