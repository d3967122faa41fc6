import { createECDH, hkdfSync } from 'node:crypto'

/** What signs notes to browsers (VAPID, RFC 8292): a key pair of the curve P-256, base64url. */
export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** The pair that follows from a secret of the deployment, so that no key has to be made and handed over. Made once a process. */
export function pushKeysOf(secret: string): PushKeys {
  for (let attempt = 0; ; attempt += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, '', `kunak push ${attempt}`, 32))
    const curve = createECDH('prime256v1')
    try {
      curve.setPrivateKey(scalar)
    } catch {
      // One number in four thousand million is none of this curve's.
      continue
    }
    return { publicKey: curve.getPublicKey('base64url'), privateKey: scalar.toString('base64url') }
  }
}
