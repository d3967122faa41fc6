import { PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { isAsRead, unlessRefused } from '../../conditions.ts'
import type { Database } from '../../database.ts'
import { loadItem } from '../../load-items.ts'

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
  const item = await loadItem(database, 'directory', key)
  return item ? SnapshotPointer.parse(item) : null
}

/** Publishes a search file if no other has been since `before` was read (null: ever). Answers whether it did. */
export async function movePointer(database: Database, before: SnapshotPointer | null, after: SnapshotPointer): Promise<boolean> {
  const Item = { ...key, ...after }
  const put = new PutCommand({ TableName: database.tables.directory, Item, ...isAsRead(before) })
  return (await unlessRefused(database.client.send(put))) !== null
}
