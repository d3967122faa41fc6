import type { Passkey, PasskeyAttestation } from '@kunak/contracts/identity'
import { rpIdOf } from '../front-door/check-assertion.ts'

/** Signature algorithms that a passkey may use, best first: EdDSA, ES256, RS256 (https://www.iana.org/assignments/cose). */
export const algorithms = [-8, -7, -257] as const

/**
 * The key of a new passkey whose answer is right in type, challenge, origin, host, presence and verification of the user; null
 * otherwise. We ask for no statement about the device's maker, so one with certificates is refused, for judging it would mean asking
 * addresses that it names.
 */
export async function checkAttestation(
  { response, ...credential }: PasskeyAttestation,
  { challenge, origin }: { readonly challenge: string; readonly origin: string },
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
  try {
    const attestation = decodeAttestationObject(Buffer.from(response.attestationObject, 'base64url'))
    if (attestation.get('attStmt').get('x5c') !== undefined) return null
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...credential, response: { ...response, transports: [] }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    })
    if (!verified || registrationInfo.credential.id !== credential.id) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: response.transports }
  } catch {
    return null
  }
}
