import { BatchGetCommand, type BatchGetCommandOutput, GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './database.ts'
import type { TableName } from './tables.ts'

export interface ItemKey {
  readonly pk: string
  readonly sk: string
}
export type Item = Record<string, unknown>

/** Whether an item's time is not over: a table forgets an item some time after its end, so that the end itself is looked at. */
export function isStillKept({ expiresAt }: Item, now: Date): boolean {
  return expiresAt === undefined || Number(expiresAt) * 1000 > now.getTime()
}

/** One item as it is now (strongly consistent); undefined where there is none. */
export async function loadItem({ client, tables }: Database, table: TableName, { pk, sk }: ItemKey): Promise<Item | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: tables[table], Key: { pk, sk }, ConsistentRead: true }))
  return Item
}

const mostAtOnce = 100

/** Many items as they are now (strongly consistent), in the order asked for; undefined for one that is not there. */
export async function loadItems(
  { client, tables }: Database,
  table: TableName,
  wanted: readonly ItemKey[],
): Promise<(Item | undefined)[]> {
  const name = tables[table]
  const found = new Map<string, Item>()
  const keys = [...new Map(wanted.map(({ pk, sk }) => [textOf({ pk, sk }), { pk, sk }])).values()]
  for (let start = 0; start < keys.length; start += mostAtOnce) {
    let left: Item[] | undefined = keys.slice(start, start + mostAtOnce)
    while (left && left.length > 0) {
      const answer: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: left, ConsistentRead: true } } }),
      )
      for (const item of answer.Responses?.[name] ?? []) found.set(textOf(item), item)
      left = answer.UnprocessedKeys?.[name]?.Keys
    }
  }
  return wanted.map((key) => found.get(textOf(key)))
}

const textOf = ({ pk, sk }: Item | ItemKey) => `${String(pk)} ${String(sk)}`
