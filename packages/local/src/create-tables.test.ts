import { CreateTableCommand, DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { tables } from '@kunak/data/tables'
import { freshDatabase, type TestDatabase } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTables, namedTables } from './create-tables.ts'

let database: TestDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database[Symbol.asyncDispose]())

describe('the tables of one machine', () => {
  it('are those that are described, with their indexes, streams and forgetting', async () => {
    for (const [name, description] of Object.entries(tables)) {
      const TableName = database.tables[name as keyof typeof tables]
      const { Table } = await database.client.send(new DescribeTableCommand({ TableName }))
      expect(Table?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(['pk', 'sk'])
      expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? []).toEqual(
        Object.keys('indexes' in description ? description.indexes : {}),
      )
      expect(Table?.StreamSpecification?.StreamViewType).toBe('stream' in description ? description.stream : undefined)
      const { TimeToLiveDescription } = await database.client.send(new DescribeTimeToLiveCommand({ TableName }))
      expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' })
    }
  })

  it('are left as they are when they are there', async () => {
    await expect(createTables(database)).resolves.toBeUndefined()
  })

  it('are not taken for ours when another version made them', async () => {
    const earlier = { ...database, tables: namedTables('earlier') }
    await database.client.send(
      new CreateTableCommand({
        TableName: earlier.tables.directory,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      }),
    )
    await expect(createTables(earlier)).rejects.toThrow('earlier-directory was made by another version of Kunak')
  })
})
