import type { Database } from '../database.ts'
import { takeFromBucket } from '../take-from-bucket.ts'

/**
 * Takes room for `count` letters of the so many that may be sent a second, if there is. News leave a fifth of it to letters that
 * somebody is waiting for.
 */
export function takeSendingRoom(
  database: Database,
  now: Date,
  { count, perSecond, letter }: { readonly count: number; readonly perSecond: number; readonly letter: 'sign_in' | 'news' },
): Promise<boolean> {
  return takeFromBucket(database, now, {
    table: 'letters',
    key: { pk: 'ROOM', sk: 'LETTERS' },
    count,
    burst: roomFor(letter, perSecond),
    everyMs: 1000 / perSecond,
    expiresAt: Math.ceil(now.getTime() / 1000) + 86_400,
  })
}

/** How many letters of a kind can be sent at once at most. */
export function roomFor(letter: 'sign_in' | 'news', perSecond: number): number {
  return Math.max(1, letter === 'sign_in' ? perSecond : perSecond - Math.floor(perSecond / 5))
}
