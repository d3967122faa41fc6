import { takeToken } from '@kunak/data/identity'
import type { FrontContext } from './front.ts'

/** How many letters of others one address gets at most: so many at once, then one more every so often. */
const lettersToOne = { burst: 3, everyMs: 8 * 3_600_000 }

/**
 * Whether one more letter may go to an address that somebody else has typed. What is kept of the address is a fingerprint under a key
 * of the day. A store that fails is a fault: without knowing, nothing is sent.
 */
export function maySendTo(c: FrontContext, mailFingerprint: string): Promise<boolean> {
  const { database, keys, now } = c.var.dependencies
  return takeToken(database, now(), { kind: 'letter', source: mailFingerprint, secret: keys.rateLimit, ...lettersToOne })
}
