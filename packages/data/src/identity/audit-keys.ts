import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'

/** What signs the links of the audit log, and tells whether it has signed one. */
export interface AuditKeys {
  readonly sign: (hash: string) => string
  readonly isSigned: (hash: string, signature: string) => boolean
}

// An Ed25519 private key in PKCS #8 is this and the 32 bytes of the seed (RFC 8410 §7).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Derives the Ed25519 key pair of a deployment from a secret that only the worker that seals the log, and its operator, have. */
export function auditKeysOf(secret: string): AuditKeys {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'kunak audit signing', 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  return {
    sign: (hash) => sign(null, Buffer.from(hash), privateKey).toString('base64url'),
    isSigned: (hash, signature) => verify(null, Buffer.from(hash), publicKey, Buffer.from(signature, 'base64url')),
  }
}
