import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { Database } from '@kunak/data'
import { CannotStart } from './cannot-start.ts'
import {
  expiryAttribute,
  type IndexDescription,
  type TableDescription,
  type TableName,
  tableNames,
  tables,
} from '@kunak/data/tables'

/** The names of all tables with one word in front. */
export function namedTables(prefix: string): Record<TableName, string> {
  return Object.fromEntries(tableNames.map((name) => [name, `${prefix}-${name}`])) as Record<TableName, string>
}

/** Creates the tables that are not there yet, as `tables.ts` describes them. */
export async function createTables(database: Database): Promise<void> {
  await Promise.all(tableNames.map((name) => createTable(database, database.tables[name], tables[name])))
}

async function createTable(database: Database, name: string, description: TableDescription): Promise<void> {
  try {
    await database.client.send(new CreateTableCommand(definitionOf(name, description)))
  } catch (error) {
    if (error instanceof ResourceInUseException) return await checkTable(database, name, description)
    throw error
  }
  await database.client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { Enabled: true, AttributeName: expiryAttribute },
    }),
  )
}

/** A table that is there must be what is described: one made by an earlier version has to be made anew. */
async function checkTable(database: Database, name: string, { stream, indexes = {} }: TableDescription): Promise<void> {
  const { Table } = await database.client.send(new DescribeTableCommand({ TableName: name }))
  const found = new Map(
    Table?.GlobalSecondaryIndexes?.map(({ IndexName, Projection }) => [IndexName, Projection?.ProjectionType]),
  )
  const isSame =
    Object.entries(indexes).every(([index, description]) => found.get(index) === projectionOf(description)) &&
    Table?.StreamSpecification?.StreamViewType === stream
  if (!isSame)
    throw new CannotStart(`The table ${name} was made by another version of Kunak. Start over with pnpm start --fresh.`)
}

function definitionOf(name: string, { stream, indexes = {} }: TableDescription): CreateTableCommandInput {
  const keyOf = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ]
  const attributes = new Set(['pk', 'sk', ...Object.values(indexes).flatMap(({ partition, sort }) => [partition, sort])])
  const global = Object.entries(indexes).map(([IndexName, description]) => ({
    IndexName,
    KeySchema: keyOf(description.partition, description.sort),
    Projection: { ProjectionType: projectionOf(description) },
  }))
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keyOf('pk', 'sk'),
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    ...(global.length > 0 && { GlobalSecondaryIndexes: global }),
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } }),
  }
}

const projectionOf = ({ isKeysOnly = false }: IndexDescription) => (isKeysOnly ? ('KEYS_ONLY' as const) : ('ALL' as const))
