import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '@kunak/data'

/** Everything that a database holds, as one text: what somebody has who has carried it away. */
export async function dump(database: Database): Promise<string> {
  const tables = await Promise.all(
    Object.values(database.tables).map(async (TableName) => {
      const items: unknown[] = []
      let from: Record<string, unknown> | undefined
      do {
        const page = await database.client.send(new ScanCommand({ TableName, ...(from && { ExclusiveStartKey: from }) }))
        items.push(...(page.Items ?? []))
        from = page.LastEvaluatedKey
      } while (from)
      return items
    }),
  )
  return JSON.stringify(tables)
}
