import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '@kunak/data'
import { createSearchKeeper, folderSnapshots } from '@kunak/data/directory'
import { fixedClock, freshDatabase } from '@kunak/testing'
import { benchDay, generateOrganisation } from './generate-organisations.ts'

/** A directory of many invented organisations with its published search file, for servers in processes of their own. */
export interface House extends AsyncDisposable {
  readonly databasePort: number
  readonly tables: Database['tables']
  readonly folder: string
}

export async function fullHouse(size: number): Promise<House> {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-bench-'))
  await putAll(database, size)
  const snapshots = folderSnapshots(join(folder, 'published'))
  const keeper = createSearchKeeper({ database, snapshots, folder: join(folder, 'keeper'), now: fixedClock(benchDay) })
  await keeper.rebuild()
  await keeper.close()
  return {
    databasePort: database.port,
    tables: database.tables,
    folder,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Writes them as they are stored, past the outbox: nothing has happened to them that anybody must hear of. */
async function putAll({ client, tables }: Database, size: number): Promise<void> {
  const batchSize = 25
  let first = 0
  const writer = async () => {
    while (first < size) {
      const numbers = Array.from({ length: Math.min(batchSize, size - first) }, (_, index) => first + index)
      first += numbers.length
      const puts = numbers.map(generateOrganisation).map((organisation) => ({
        PutRequest: {
          Item: { pk: `ORGANISATION#${organisation.id}`, sk: 'STATE', version: organisation.version, organisation },
        },
      }))
      await client.send(new BatchWriteCommand({ RequestItems: { [tables.directory]: puts } }))
    }
  }
  await Promise.all([writer(), writer()])
}
