import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createSearch, folderSnapshots } from '@kunak/data/directory'
import { openLocalDatabase } from '@kunak/local'
import { fixedClock } from '@kunak/testing'
import { benchDay } from '../generate-organisations.ts'
import type { House } from '../full-house.ts'

/** The database and the search of the directory that the bench has filled, opened by a server of its own. */
export function openHouse() {
  const { databasePort, tables, folder }: Pick<House, 'databasePort' | 'tables' | 'folder'> = JSON.parse(process.argv[2] ?? '')
  const database = openLocalDatabase(databasePort, tables)
  const now = fixedClock(benchDay)
  const search = createSearch({
    database,
    snapshots: folderSnapshots(join(folder, 'published')),
    folder: mkdtempSync(join(folder, 'reader-')),
    now,
  })
  return { database, search, now }
}
