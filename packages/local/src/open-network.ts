import { join } from 'node:path'
import { newUlid } from '@kunak/contracts'
import type { Database } from '@kunak/data'
import { createSearch, folderSnapshots, type Search, type SnapshotStore } from '@kunak/data/directory'
import { type PushKeys, pushKeysOf, type Secrets, secretsOf } from '@kunak/data/identity'
import { createTables, namedTables } from './create-tables.ts'
import { dataPaths, type Keys, keysIn } from './data-directory.ts'
import { openLocalDatabase } from './database-process.ts'

/** A network of this machine, as far as everything that works on it needs it. */
export interface Network extends Disposable {
  readonly database: Database
  readonly snapshots: SnapshotStore
  readonly search: Search
  readonly keys: Keys
  /** What seals and finds what is kept about people. */
  readonly secrets: Secrets
  /** What signs notes to browsers. */
  readonly pushKeys: PushKeys
  readonly now: () => Date
  readonly newId: () => string
}

/** Opens the network behind a running database, making the tables that are not there yet. */
export async function openNetwork(databasePort: number, directory: string): Promise<Network> {
  const database = openLocalDatabase(databasePort, namedTables('kunak'))
  await createTables(database)
  const { published, copies } = dataPaths(directory)
  const snapshots = folderSnapshots(published)
  const now = () => new Date()
  const keys = await keysIn(directory)
  const search = createSearch({ database, snapshots, folder: join(copies, String(process.pid)), now, whenUnpublished: 'build' })
  return {
    database,
    snapshots,
    search,
    keys,
    secrets: secretsOf(keys.identity),
    pushKeys: pushKeysOf(keys.push),
    now,
    newId: () => newUlid(Date.now()),
    [Symbol.dispose]: () => {
      search.close()
      database.client.destroy()
    },
  }
}
