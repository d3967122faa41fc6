import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from './conditions.ts'
import type { Database } from './database.ts'
import type { ItemKey } from './load-items.ts'
import type { TableName } from './tables.ts'

export interface Taking {
  readonly count: number
  /** How many the full bucket holds, and how often one more comes into it. */
  readonly burst: number
  readonly everyMs: number
  /** Until when the bucket is kept, in seconds since 1970. */
  readonly expiresAt: number
}

/** How far the clocks of two machines may be apart. */
const clocksDifferMs = 60_000

/**
 * Takes so many tokens of a bucket, if they are there. The bucket is one number, the moment at which it is full again (the generic cell
 * rate algorithm, ITU-T I.371): a conditional update moves it on, and refuses where it would lie more than a burst ahead.
 */
export async function takeFromBucket(
  { client, tables }: Database,
  now: Date,
  { table, key, count, burst, everyMs, expiresAt }: Taking & { readonly table: TableName; readonly key: ItemKey },
): Promise<boolean> {
  const at = now.getTime()
  const more = everyMs * count
  const fromUsed = {
    UpdateExpression: 'SET fullAt = fullAt + :more, expiresAt = :expiresAt',
    ConditionExpression: 'fullAt > :now AND fullAt <= :latest',
    ExpressionAttributeValues: { ':more': more, ':now': at, ':latest': at + everyMs * (burst - count), ':expiresAt': expiresAt },
  }
  const fromFull = {
    UpdateExpression: 'SET fullAt = :next, expiresAt = :expiresAt',
    // No bucket is full later than its last token comes: such a one was used before the clock was set back.
    ConditionExpression: 'attribute_not_exists(fullAt) OR fullAt <= :now OR fullAt > :never',
    ExpressionAttributeValues: {
      ':next': at + more,
      ':now': at,
      ':never': at + everyMs * burst + clocksDifferMs,
      ':expiresAt': expiresAt,
    },
  }
  // Last again the first: between the two, somebody else may have taken from the full bucket, which leaves tokens in a used one.
  for (const change of [fromUsed, fromFull, fromUsed])
    if (await unlessRefused(client.send(new UpdateCommand({ TableName: tables[table], Key: { ...key }, ...change })))) return true
  return false
}
