import { QueryCommand, type QueryCommandInput, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Database } from './database.ts'
import type { Item } from './load-items.ts'
import type { TableName } from './tables.ts'

type Paging = 'TableName' | 'ConsistentRead' | 'ExclusiveStartKey'
type Query = Omit<QueryCommandInput, Paging>

/** The key condition for a partition, or for the items in it whose sort key begins so. */
export function inPartition(pk: string, begins = ''): Query {
  return begins === ''
    ? { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
    : {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begins)',
        ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
      }
}

/**
 * The items of a query one after another, page by page as they are asked for; `Limit` of them at most. Strongly consistent, except from
 * an index, which cannot be.
 */
export async function* queryItems({ client, tables }: Database, table: TableName, query: Query): AsyncGenerator<Item> {
  const ConsistentRead = query.IndexName === undefined
  let left = query.Limit ?? Infinity
  for await (const page of pages((from) =>
    client.send(new QueryCommand({ TableName: tables[table], ...query, ConsistentRead, ...from })),
  ))
    for (const item of page) {
      yield item
      left -= 1
      if (left === 0) return
    }
}

/** All of them at once. */
export async function queryAll(database: Database, table: TableName, query: Query): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of queryItems(database, table, query)) items.push(item)
  return items
}

/**
 * The items of a whole table, page by page (strongly consistent): never for a request in a deployed house. The store already reads the
 * next page while one is worked on.
 */
export async function* scanPages(
  { client, tables }: Database,
  table: TableName,
  filter: Omit<ScanCommandInput, Paging> = {},
): AsyncGenerator<Item[]> {
  const read = (from: From): Promise<Page> =>
    client.send(new ScanCommand({ TableName: tables[table], ...filter, ConsistentRead: true, ...from }))
  let coming: Promise<Page> | null = read({})
  while (coming !== null) {
    const { Items = [], LastEvaluatedKey }: Page = await coming
    coming = LastEvaluatedKey ? read({ ExclusiveStartKey: LastEvaluatedKey }) : null
    // Whoever takes the next page hears that it failed.
    coming?.catch(() => undefined)
    yield Items
  }
}

interface From {
  readonly ExclusiveStartKey?: Item
}

interface Page {
  readonly Items?: Item[] | undefined
  readonly LastEvaluatedKey?: Item | undefined
}

async function* pages(read: (from: From) => Promise<Page>): AsyncGenerator<Item[]> {
  let next: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey }: Page = await read(next ? { ExclusiveStartKey: next } : {})
    yield Items
    next = LastEvaluatedKey
  } while (next)
}
