import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'

export interface ItemKey {
  readonly pk: string
  readonly sk: string
}
export type Item = Record<string, unknown>

/** Items of the directory table by their keys (strongly consistent), each under its `pk`; those that are not there are left out. */
export async function loadItems(database: Database, wanted: readonly ItemKey[]): Promise<Map<string, Item>> {
  const table = database.tables.directory
  const found = new Map<string, Item>()
  const keys = [...new Map(wanted.map((key) => [key.pk, key])).values()]
  for (let start = 0; start < keys.length; start += 100) {
    let left: Record<string, unknown>[] | undefined = keys.slice(start, start + 100).map((key) => ({ ...key }))
    while (left && left.length > 0) {
      const answer: BatchGetCommandOutput = await database.client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
      )
      for (const item of answer.Responses?.[table] ?? []) found.set(String(item['pk']), item)
      left = answer.UnprocessedKeys?.[table]?.Keys
    }
  }
  return found
}
