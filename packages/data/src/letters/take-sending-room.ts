import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { takeFromBucket } from '../take-from-bucket.ts'

const key = { pk: 'ROOM', sk: 'LETTERS' }

/**
 * Takes room for `count` letters of the so many that may be sent a second, and answers 0; or, where there is none, in how many
 * milliseconds there may be. News leave a fifth of it to letters that somebody is waiting for. It looks first: a write that is refused
 * costs as much as one that is done.
 */
export async function takeSendingRoom(
  database: Database,
  now: Date,
  { count, perSecond, letter }: { readonly count: number; readonly perSecond: number; readonly letter: 'sign_in' | 'news' },
): Promise<number> {
  const everyMs = 1000 / perSecond
  const burst = roomFor(letter, perSecond)
  const fullAt = Number((await loadItem(database, 'letters', key))?.['fullAt'] ?? 0)
  const waitMs = fullAt - now.getTime() - everyMs * (burst - count)
  if (waitMs > 0) return Math.ceil(waitMs)
  const expiresAt = Math.ceil(now.getTime() / 1000) + 86_400
  const isTaken = await takeFromBucket(database, now, { table: 'letters', key, count, burst, everyMs, expiresAt })
  return isTaken ? 0 : Math.ceil(everyMs * count)
}

/** How many letters of a kind can be sent at once at most. */
export function roomFor(letter: 'sign_in' | 'news', perSecond: number): number {
  return Math.max(1, letter === 'sign_in' ? perSecond : perSecond - Math.floor(perSecond / 5))
}
