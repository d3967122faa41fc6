import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'

const key = { pk: 'ROOM', sk: 'LETTERS' }

/**
 * Takes room for `count` letters of the so many that may be sent a second, and answers 0; or, where there is none, in how many
 * milliseconds there may be. News leave a fifth of it to letters that somebody is waiting for. The bucket is one like those of
 * `takeToken`; here it is looked at first, because many wait for it at once, and a write that is refused is paid like one that is done.
 */
export async function takeSendingRoom(
  database: Database,
  now: Date,
  { count, perSecond, letter }: { readonly count: number; readonly perSecond: number; readonly letter: 'sign_in' | 'news' },
): Promise<number> {
  const at = now.getTime()
  const everyMs = 1000 / perSecond
  const fullAt = (await loadItem(database, 'letters', key))?.['fullAt']
  const waitMs = Number(fullAt ?? 0) - at - everyMs * (roomFor(letter, perSecond) - count)
  if (waitMs > 0) return Math.ceil(waitMs)
  const next = Math.max(at, Number(fullAt ?? 0)) + everyMs * count
  const take = new UpdateCommand({
    TableName: database.tables.letters,
    Key: key,
    UpdateExpression: 'SET fullAt = :next, expiresAt = :expiresAt',
    ConditionExpression: fullAt === undefined ? 'attribute_not_exists(fullAt)' : 'fullAt = :read',
    ExpressionAttributeValues: {
      ':next': next,
      ':expiresAt': Math.ceil(at / 1000) + 86_400,
      ...(fullAt !== undefined && { ':read': fullAt }),
    },
  })
  return (await unlessRefused(database.client.send(take))) ? 0 : Math.ceil(everyMs * count)
}

/** How many letters of a kind can be sent at once at most. */
export function roomFor(letter: 'sign_in' | 'news', perSecond: number): number {
  return Math.max(1, letter === 'sign_in' ? perSecond : perSecond - Math.floor(perSecond / 5))
}
