import { createHmac } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'

export interface Bucket {
  readonly kind: string
  /** A person or a network source; kept only as a fingerprint under a key of the day. */
  readonly source: string
  readonly secret: string
  /** How many the full bucket holds, and how often one more comes into it. */
  readonly burst: number
  readonly everyMs: number
}

/** How far the clocks of two machines may be apart. */
const clocksDifferMs = 60_000

/**
 * Takes one token of a bucket, if there is one. The bucket is one number, the moment at which it is full again (the generic cell rate
 * algorithm, ITU-T I.371): a conditional update moves it on by `everyMs`, and refuses where it would lie more than a burst ahead.
 */
export async function takeToken({ client, tables }: Database, now: Date, bucket: Bucket): Promise<boolean> {
  const { kind, source, secret, burst, everyMs } = bucket
  const keyOfTheDay = createHmac('sha256', secret).update(now.toISOString().slice(0, 10)).digest()
  const fingerprint = createHmac('sha256', keyOfTheDay).update(source).digest('base64url')
  const at = now.getTime()
  const expiresAt = Math.ceil((at + burst * everyMs) / 1000) + 60
  const fromUsed = {
    UpdateExpression: 'SET fullAt = fullAt + :every, expiresAt = :expiresAt',
    ConditionExpression: 'fullAt > :now AND fullAt <= :latest',
    ExpressionAttributeValues: {
      ':every': everyMs,
      ':now': at,
      ':latest': at + everyMs * (burst - 1),
      ':expiresAt': expiresAt,
    },
  }
  const fromFull = {
    UpdateExpression: 'SET fullAt = :next, expiresAt = :expiresAt',
    // No bucket is full later than its last token comes: such a one was used before the clock was set back.
    ConditionExpression: 'attribute_not_exists(fullAt) OR fullAt <= :now OR fullAt > :never',
    ExpressionAttributeValues: {
      ':next': at + everyMs,
      ':now': at,
      ':never': at + everyMs * burst + clocksDifferMs,
      ':expiresAt': expiresAt,
    },
  }
  const of = { TableName: tables.identity, Key: { pk: `BUCKET#${fingerprint}`, sk: kind } }
  // Last again the first: between the two, somebody else may have taken from the full bucket, which leaves tokens in a used one.
  for (const change of [fromUsed, fromFull, fromUsed])
    if (await unlessRefused(client.send(new UpdateCommand({ ...of, ...change })))) return true
  return false
}
