import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'

/**
 * Takes room for `count` letters of the so many that may be sent a second, if there is. The bucket is one number, the moment at which
 * it is full again (as in `take-token.ts`). News leave a fifth of it to letters that somebody is waiting for.
 */
export async function takeSendingRoom(
  database: Database,
  now: Date,
  { count, perSecond, letter }: { readonly count: number; readonly perSecond: number; readonly letter: 'sign_in' | 'news' },
): Promise<boolean> {
  const at = now.getTime()
  const everyMs = 1000 / perSecond
  const latest = at + everyMs * (roomFor(letter, perSecond) - count)
  const expiresAt = Math.ceil(at / 1000) + 86_400
  const fromUsed = {
    UpdateExpression: 'SET fullAt = fullAt + :more, expiresAt = :expiresAt',
    ConditionExpression: 'fullAt > :now AND fullAt <= :latest',
    ExpressionAttributeValues: { ':more': everyMs * count, ':now': at, ':latest': latest, ':expiresAt': expiresAt },
  }
  const fromFull = {
    UpdateExpression: 'SET fullAt = :next, expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(fullAt) OR fullAt <= :now',
    ExpressionAttributeValues: { ':next': at + everyMs * count, ':now': at, ':expiresAt': expiresAt },
  }
  for (const change of [fromUsed, fromFull, fromUsed]) {
    const isTaken = await database.client
      .send(new UpdateCommand({ TableName: database.tables.letters, Key: { pk: 'ROOM', sk: 'LETTERS' }, ...change }))
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
          throw error
        },
      )
    if (isTaken) return true
  }
  return false
}

/** How many letters of a kind can be sent at once at most. */
export function roomFor(letter: 'sign_in' | 'news', perSecond: number): number {
  return Math.max(1, letter === 'sign_in' ? perSecond : perSecond - Math.floor(perSecond / 5))
}
