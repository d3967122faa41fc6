import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Database } from '../../database.ts'

const key = { pk: 'SEARCH', sk: 'SNAPSHOT' }

/** Which search file is the published one. Every change that was committed by `upTo` is in it. */
export const SnapshotPointer = z.object({
  version: z.int().min(1),
  schema: z.string(),
  name: z.string(),
  upTo: z.iso.datetime(),
  /** The files before it, newest first, which a reader may still be fetching. */
  earlier: z.array(z.string()),
})
export type SnapshotPointer = z.infer<typeof SnapshotPointer>

/** The published search file (strongly consistent), or null when none has been published. */
export async function loadPointer(database: Database): Promise<SnapshotPointer | null> {
  const { Item } = await database.client.send(
    new GetCommand({ TableName: database.tables.directory, Key: key, ConsistentRead: true }),
  )
  return Item ? SnapshotPointer.parse(Item) : null
}

/** Publishes a search file if no other has been since `before` was read (null: ever). Answers whether it did. */
export async function movePointer(database: Database, before: SnapshotPointer | null, after: SnapshotPointer): Promise<boolean> {
  try {
    await database.client.send(
      new PutCommand({
        TableName: database.tables.directory,
        Item: { ...key, ...after },
        ...(before
          ? {
              ConditionExpression: '#version = :before',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': before.version },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
