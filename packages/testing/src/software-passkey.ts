import { createECDH, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import type { Passkey, PasskeyAssertion, PasskeyAttestation } from '@kunak/contracts/identity'
import { type Cbor, cborOf } from './cbor.ts'

/** What an answer of a passkey says; everything that a test does not say is as it should be. */
export interface PasskeySays {
  readonly challenge: string
  /** The page that asked. */
  readonly origin?: string
  /** The host that the passkey believes to talk to. */
  readonly rpId?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly topOrigin?: string
  readonly isPresent?: boolean
  readonly isVerified?: boolean
  /** How often it says to have been used; passkeys that live on several devices say 0 always. */
  readonly counter?: number
  readonly userHandle?: string
  /** Whether a new passkey comes with its maker's certificate. */
  readonly certificates?: boolean
}

/** A passkey made of software: real keys (ES256), real signatures, and an owner who can make it say what is wrong. */
export interface SoftwarePasskey {
  readonly id: string
  /** PKCS #8 in base64, for a browser that plays the device. */
  readonly privateKey: string
  /** As it is kept in an account that has it. */
  readonly kept: Passkey
  /** Its answer to `navigator.credentials.get`. */
  readonly answer: (says: PasskeySays) => PasskeyAssertion
  /** Its answer to `navigator.credentials.create`, with attestation `none`. */
  readonly enrol: (says: PasskeySays) => PasskeyAttestation
}

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest()

/** The passkey that grows from a seed: the same seed is the same passkey, in any process. */
export function softwarePasskey(seed: string): SoftwarePasskey {
  const { privateKey, x, y } = keysOf(seed)
  const credentialId = sha256(`credential ${seed}`)
  const id = credentialId.toString('base64url')
  // COSE_Key of an EC2 key for ES256 on P-256 (RFC 9053).
  const publicKey = cborOf(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, x],
      [-3, y],
    ]),
  )
  const credential = { id, rawId: id, type: 'public-key' as const }
  return {
    id,
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    kept: {
      id,
      publicKey: publicKey.toString('base64url'),
      counter: 0,
      transports: ['internal'],
      name: 'Телефон',
      createdAt: '2025-03-01T09:00:00.000Z',
      lastUsedAt: null,
    },
    answer: (says) => {
      const clientData = clientDataOf('webauthn.get', says)
      const authenticatorData = authenticatorDataOf(says)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey)
      return {
        ...credential,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(says.userHandle !== undefined && { userHandle: says.userHandle }),
        },
      }
    },
    enrol: (says) => {
      const length = Buffer.from([credentialId.length >> 8, credentialId.length & 0xff])
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, publicKey])
      const authData = authenticatorDataOf(says, attested)
      const statement = new Map<string, Cbor>(says.certificates ? [['x5c', Buffer.from('a certificate')]] : [])
      const parts: [string, Cbor][] = [
        ['fmt', says.certificates ? 'packed' : 'none'],
        ['attStmt', statement],
        ['authData', authData],
      ]
      const attestation = cborOf(new Map(parts))
      return {
        ...credential,
        response: {
          clientDataJSON: clientDataOf('webauthn.create', says).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
  }
}

function keysOf(seed: string): { privateKey: KeyObject; x: Buffer; y: Buffer } {
  const pair = createECDH('prime256v1')
  const d = sha256(`key ${seed}`)
  pair.setPrivateKey(d)
  const point = pair.getPublicKey()
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)]
  const [dText, xText, yText] = [d, x, y].map((part) => part.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', d: dText ?? '', x: xText ?? '', y: yText ?? '' }
  return { privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), x, y }
}

function clientDataOf(usual: string, says: PasskeySays): Buffer {
  const { type = usual, challenge, origin = 'https://kunak.example', crossOrigin = false, topOrigin } = says
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin, ...(topOrigin !== undefined && { topOrigin }) }))
}

/** Hash of the host, flags, counter, and the new key where there is one (https://www.w3.org/TR/webauthn-3/#authenticator-data). */
function authenticatorDataOf(says: PasskeySays, attested?: Buffer): Buffer {
  const { rpId = 'kunak.example', isPresent = true, isVerified = true, counter = 0 } = says
  const flags = (isPresent ? 0x01 : 0) | (isVerified ? 0x04 : 0) | (attested ? 0x40 : 0)
  const rest = Buffer.alloc(5)
  rest.writeUInt8(flags, 0)
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([sha256(rpId), rest, ...(attested ? [attested] : [])])
}
