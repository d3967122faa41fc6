import type { Secrets } from '../identity/index.ts'

const purpose = 'no more letters to '

/**
 * What ends letters to an address without signing in: sealed, so that nobody can read it or make one, another one in each letter, and
 * always of the same length (RFC 8058, §3.1).
 */
export function stopTokenFor({ seal }: Pick<Secrets, 'seal'>, mailFingerprint: string): string {
  return seal(`${purpose}${mailFingerprint}`)
}

/** The fingerprint of the address that a token is for, or null when it is none of ours. */
export function readStopToken({ unseal }: Pick<Secrets, 'unseal'>, token: string): string | null {
  try {
    const text = unseal(token)
    return text.startsWith(purpose) ? text.slice(purpose.length) : null
  } catch {
    return null
  }
}
