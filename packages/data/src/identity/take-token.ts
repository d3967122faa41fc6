import { createHmac } from 'node:crypto'
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'

export interface Bucket {
  readonly kind: string
  /** A person or a network source; kept only as a fingerprint under a key of the day. */
  readonly source: string
  readonly secret: string
  readonly burst: number
  readonly everyMs: number
}

/**
 * Takes one token of a bucket, if there is one. The bucket is one number, the moment at which it is full again (the generic cell rate
 * algorithm, ITU-T I.371): a conditional update moves it on by `everyMs`, and refuses where it would lie more than a burst ahead.
 */
export async function takeToken(database: Database, now: Date, bucket: Bucket): Promise<boolean> {
  const at = now.getTime()
  const ahead = at + bucket.everyMs * (bucket.burst - 1)
  const fromUsed = {
    UpdateExpression: 'SET fullAt = fullAt + :every, expiresAt = :expiresAt',
    ConditionExpression: 'fullAt > :now AND fullAt <= :ahead',
    ExpressionAttributeValues: { ':every': bucket.everyMs, ':now': at, ':ahead': ahead },
  }
  const fromFull = {
    UpdateExpression: 'SET fullAt = :next, expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(fullAt) OR fullAt <= :now',
    ExpressionAttributeValues: { ':next': at + bucket.everyMs, ':now': at },
  }
  // Last again the first: between the two, somebody else may have taken from the full bucket, which leaves tokens in a used one.
  for (const change of [fromUsed, fromFull, fromUsed]) if (await update(database, now, { ...bucket, change })) return true
  return false
}

type Change = Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>

async function update(
  database: Database,
  now: Date,
  { kind, source, secret, burst, everyMs, change }: Bucket & { readonly change: Change },
): Promise<boolean> {
  const keyOfTheDay = createHmac('sha256', secret).update(now.toISOString().slice(0, 10)).digest()
  const fingerprint = createHmac('sha256', keyOfTheDay).update(source).digest('base64url')
  try {
    await database.client.send(
      new UpdateCommand({
        TableName: database.tables.identity,
        Key: { pk: `BUCKET#${fingerprint}`, sk: kind },
        ...change,
        ExpressionAttributeValues: {
          ...change.ExpressionAttributeValues,
          ':expiresAt': Math.ceil((now.getTime() + burst * everyMs) / 1000) + 60,
        },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw error
  }
}
