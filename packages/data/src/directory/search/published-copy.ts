import { rm } from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import type { OrganisationId } from '@kunak/contracts'
import { type ReaderClass, readerClasses, readerOf } from '@kunak/domain/directory'
import { fillSearchFile } from './fill-search-file.ts'
import { loadGroup } from './load-group.ts'
import { newLocalPath } from './local-path.ts'
import type { SearchDependencies } from './search.ts'
import { openSearchFile, searchSchema } from './search-file.ts'
import { SearchUnpublished } from './search-unpublished.ts'
import { type SearchGroup, searchGroup } from './select-organisations.ts'
import { loadPointer } from './snapshot-pointer.ts'
import { searchFileWriter } from './write-search-file.ts'

/** This process's copy of the published search file. */
export interface PublishedCopy {
  readonly file: DatabaseSync
  /** The name under which it is published; null for one that was built here because none was. */
  readonly name: string | null
  readonly upTo: Date
  readonly group: (readerClass: ReaderClass) => Promise<SearchGroup>
  readonly loadedClasses: () => ReaderClass[]
  readonly numberOf: (id: OrganisationId) => number | null
  /** The number it has in the file, if the file shows it to that class. */
  readonly isShown: (id: OrganisationId, readerClass: ReaderClass) => boolean
  readonly close: () => Promise<void>
}

const mostAttempts = 3

/**
 * Fetches the published search file; the same copy where it is that one already. Where none of this schema is published, it keeps to
 * the copy before, or else throws `SearchUnpublished`; where it is told to, it builds one from the stored organisations.
 */
export async function fetchPublished(dependencies: SearchDependencies, unless: PublishedCopy | null): Promise<PublishedCopy> {
  const { database, snapshots, folder, now, whenUnpublished = 'refuse' } = dependencies
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const pointer = await loadPointer(database)
    if (pointer === null || pointer.schema !== searchSchema) break
    const upTo = new Date(pointer.upTo)
    if (unless?.name === pointer.name) return { ...unless, upTo }
    const path = await newLocalPath(folder)
    // It is not there when the next two have been published meanwhile.
    if (await snapshots.get(pointer.name, path))
      return copyOf(openSearchFile(path, readerClasses), path, { name: pointer.name, upTo })
  }
  if (unless !== null) return unless
  if (whenUnpublished === 'refuse') throw new SearchUnpublished('No search file of this schema is published.')
  const upTo = now()
  const path = await newLocalPath(folder)
  const file = openSearchFile(path, readerClasses)
  await fillSearchFile(database, searchFileWriter(file, readerOf))
  return copyOf(file, path, { name: null, upTo })
}

function copyOf(file: DatabaseSync, path: string, { name, upTo }: { name: string | null; upTo: Date }): PublishedCopy {
  const groups = new Map<ReaderClass, Promise<SearchGroup>>()
  const numberOf = file.prepare('SELECT number FROM organisations WHERE id = ?')
  const shown = Object.fromEntries(
    readerClasses.map((readerClass) => [
      readerClass,
      file.prepare(`SELECT 1 FROM documents_${readerClass} WHERE number = (SELECT number FROM organisations WHERE id = ?)`),
    ]),
  )
  return {
    file,
    name,
    upTo,
    group: (readerClass) => {
      const group = groups.get(readerClass) ?? loadGroup(file, readerClass).then(searchGroup)
      groups.set(readerClass, group)
      return group
    },
    loadedClasses: () => [...groups.keys()],
    numberOf: (id) => {
      const row = numberOf.get(id)
      return row ? Number(row['number']) : null
    },
    isShown: (id, readerClass) => shown[readerClass]?.get(id) !== undefined,
    close: async () => {
      await Promise.allSettled(groups.values())
      file.close()
      await rm(path, { force: true })
    },
  }
}
