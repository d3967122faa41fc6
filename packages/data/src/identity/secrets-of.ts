import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What one secret of the deployment is used for; each use has a key of its own, derived from it (HKDF, RFC 5869). */
export interface Secrets {
  /** Seals a text so that a dump of the store does not say it (AES-256-GCM). */
  readonly seal: (text: string) => string
  /** Opens what `seal` made; throws for anything else. */
  readonly unseal: (sealed: string) => string
  /** The fingerprint by which a mail address is found again; the same for every spelling of upper and lower case. */
  readonly fingerprintOfMail: (mail: string) => string
  /** A tag that only who has the secret can make: proof of something that is not kept anywhere. */
  readonly tag: (what: string) => Buffer
}

const ivBytes = 12
const tagBytes = 16

/** Derives the keys of the identity slice. Made once a process. */
export function secretsOf(secret: string): Secrets {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `kunak identity ${use}`, 32))
  const [sealing, mail, tagging] = [key('seal'), key('mail'), key('tag')]
  return {
    seal: (text) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
    },
    fingerprintOfMail: (address) =>
      createHmac('sha256', mail).update(address.normalize('NFKC').trim().toLowerCase()).digest('base64url'),
    tag: (what) => createHmac('sha256', tagging).update(what).digest(),
  }
}

/** A fresh token of 256 bits that nobody can guess, as it goes to a browser. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
