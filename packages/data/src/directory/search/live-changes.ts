import type { DatabaseSync } from 'node:sqlite'
import { newUlid, type OrganisationId } from '@kunak/contracts'
import { type ReaderClass, readerClasses, readerOf } from '@kunak/domain/directory'
import type { Database } from '../../database.ts'
import { changesSince } from '../organisations.ts'
import { loadEach } from './load-each.ts'
import { loadGroupNow } from './load-group.ts'
import { openSearchFile } from './search-file.ts'
import { type SearchGroup, searchGroup } from './select-organisations.ts'
import { searchFileWriter } from './write-search-file.ts'

/** How far the clocks of two processes, or the start and the commit of one change, may be apart. */
export const clockSlackMs = 60_000

/** What has changed since the published file was made, kept in a search file of the same kind in memory. */
export interface LiveChanges {
  readonly file: DatabaseSync
  /** The organisations that the published file is not asked about. */
  readonly changed: ReadonlySet<OrganisationId>
  /**
   * Reads what has changed since the published file was made (strongly consistent). `isPublished` tells whether that file shows an
   * organisation to a class of readers.
   */
  readonly read: (upTo: Date, isPublished: (id: OrganisationId, readerClass: ReaderClass) => boolean) => Promise<void>
  /** Forgets what a published file with everything up to that moment has. */
  readonly forgetUpTo: (upTo: Date) => void
  readonly group: (readerClass: ReaderClass) => SearchGroup
  /** The number of an organisation in the file; null where it has changed to be listed for nobody. */
  readonly numberOf: (id: OrganisationId) => number | null
  /** Grows with every change, and by class with every change that shows in that class. */
  readonly count: () => number
  readonly countFor: (readerClass: ReaderClass) => number
}

export function liveChanges(database: Database, now: () => Date): LiveChanges {
  const file = openSearchFile(':memory:', readerClasses)
  const writer = searchFileWriter(file, readerOf)
  const numberOf = file.prepare('SELECT number FROM organisations WHERE id = ?')
  const known = new Map<string, OrganisationId>()
  const changed = new Set<OrganisationId>()
  const counts: Record<ReaderClass, number> = { public: 0, network: 0, coordinators: 0 }
  const groups = new Map<ReaderClass, SearchGroup>()
  let count = 0
  let lastRead = 0

  return {
    file,
    changed,
    read: async (upTo, isPublished) => {
      const startedAt = now().getTime()
      const from = Math.max(upTo.getTime(), lastRead) - clockSlackMs
      const news = [...(await changesSince(database, new Date(from)))].filter(([change]) => !known.has(change))
      if (news.length > 0) {
        const ids = new Set(news.map(([, id]) => id))
        const { organisations } = await loadEach(database, [...ids])
        const touched = new Set(writer.apply(organisations).groups)
        for (const readerClass of readerClasses) {
          if (touched.has(readerClass)) groups.delete(readerClass)
          const isLeavingFile = [...ids].some((id) => !changed.has(id) && isPublished(id, readerClass))
          if (touched.has(readerClass) || isLeavingFile) counts[readerClass] += 1
        }
        for (const [change, id] of news) known.set(change, id)
        for (const id of ids) changed.add(id)
        count += 1
      }
      lastRead = startedAt
    },
    forgetUpTo: (upTo) => {
      const first = newUlid(upTo.getTime() - clockSlackMs).slice(0, 10)
      for (const change of known.keys()) if (change < first) known.delete(change)
      const left = new Set(known.values())
      const old = [...changed].filter((id) => !left.has(id))
      for (const readerClass of writer.apply(new Map(old.map((id) => [id, null]))).groups)
        groups.delete(readerClass as ReaderClass)
      for (const id of old) changed.delete(id)
      count += 1
    },
    group: (readerClass) => {
      const group = groups.get(readerClass) ?? searchGroup(loadGroupNow(file, readerClass))
      groups.set(readerClass, group)
      return group
    },
    numberOf: (id) => {
      const row = numberOf.get(id)
      return row ? Number(row['number']) : null
    },
    count: () => count,
    countFor: (readerClass) => counts[readerClass],
  }
}
