import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './database.ts'
import type { ItemKey } from './load-items.ts'
import type { TableName } from './tables.ts'

/** Deletes an item, whether or not it is there. */
export async function deleteItem({ client, tables }: Database, table: TableName, { pk, sk }: ItemKey): Promise<void> {
  await client.send(new DeleteCommand({ TableName: tables[table], Key: { pk, sk } }))
}
