import { rm } from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import type { OrganisationId } from '@kunak/contracts'
import { readerClasses, readerOf } from '@kunak/domain/directory'
import { changesSince } from './organisations.ts'
import { loadEach } from './search/load-each.ts'
import { clockSlackMs } from './search/live-changes.ts'
import { fillSearchFile } from './search/fill-search-file.ts'
import { newLocalPath } from './search/local-path.ts'
import type { SearchDependencies } from './search/search.ts'
import { openSearchFile, searchSchema } from './search/search-file.ts'
import { loadPointer, movePointer, type SnapshotPointer } from './search/snapshot-pointer.ts'
import { searchFileWriter, type SearchFileWriter } from './search/write-search-file.ts'

export interface SearchKeeper {
  /**
   * Brings these organisations, and whatever else has changed, into the published search file. Repeats and any order do no harm,
   * for it takes them as they are now. Answers those that are stored in a form that cannot be read.
   */
  readonly keep: (ids: readonly OrganisationId[]) => Promise<ReadonlySet<OrganisationId>>
  /** Publishes a search file built anew from all organisations. */
  readonly rebuild: () => Promise<void>
  /** Publishes one built anew where none of this schema is published or its file is gone, as after a deployment or a restored backup. */
  readonly publishIfMissing: () => Promise<void>
  readonly close: () => Promise<void>
}

interface WorkingFile {
  readonly path: string
  readonly file: DatabaseSync
  readonly writer: SearchFileWriter
  /** Under which name it is published as it is; null while it is not. */
  name: string | null
}

const mostAttempts = 8
// A reader may still be fetching the file before; what was hidden since must not lie about for longer.
const keptFiles = 1

/** Keeps the published search file. `folder` is this process's own, for its working copy. */
export function createSearchKeeper({ database, snapshots, folder, now }: SearchDependencies): SearchKeeper {
  let working: WorkingFile | null = null

  async function discard(): Promise<void> {
    const old = working
    working = null
    old?.file.close()
    if (old) await rm(old.path, { force: true })
  }

  function open(path: string, name: string | null): WorkingFile {
    const file = openSearchFile(path, readerClasses)
    working = { path, file, writer: searchFileWriter(file, readerOf), name }
    return working
  }

  /** Publishes the working copy as the one after `before`; false when somebody else was faster, and then there is none any more. */
  async function publish(file: WorkingFile, before: SnapshotPointer | null, upTo: Date): Promise<boolean> {
    const version = (before?.version ?? 0) + 1
    const isSame = before !== null && file.name === before.name
    const name = isSame ? before.name : `search-${searchSchema}-${version}-${crypto.randomUUID()}.sqlite`
    const earlier = before === null || isSame ? (before?.earlier ?? []) : [before.name, ...before.earlier]
    const pointer = { version, schema: searchSchema, name, upTo: upTo.toISOString(), earlier: earlier.slice(0, keptFiles) }
    if (!isSame) await snapshots.put(name, file.path)
    if (await movePointer(database, before, pointer)) {
      file.name = name
      for (const old of earlier.slice(keptFiles)) await snapshots.remove(old)
      return true
    }
    if (!isSame) await snapshots.remove(name)
    await discard()
    return false
  }

  /** The published file as the working copy; null when there is none of this schema. */
  async function take(pointer: SnapshotPointer): Promise<WorkingFile | null> {
    if (pointer.schema !== searchSchema) return null
    if (working?.name === pointer.name) return working
    await discard()
    const path = await newLocalPath(folder)
    return (await snapshots.get(pointer.name, path)) ? open(path, pointer.name) : null
  }

  async function buildAnew(before: SnapshotPointer | null): Promise<boolean> {
    await discard()
    const upTo = now()
    const anew = open(await newLocalPath(folder), null)
    await fillSearchFile(database, anew.writer)
    return publish(anew, before, upTo)
  }

  /** Null when somebody else published first. */
  async function bringUpToDate(ids: readonly OrganisationId[]): Promise<ReadonlySet<OrganisationId> | null> {
    const pointer = await loadPointer(database)
    const taken = pointer && (await take(pointer))
    if (!taken) return (await buildAnew(pointer)) ? (await loadEach(database, ids)).unreadable : null
    const startedAt = now()
    const changes = await changesSince(database, new Date(Date.parse(pointer.upTo) - clockSlackMs))
    const { organisations, unreadable } = await loadEach(database, [...new Set([...ids, ...changes.values()])])
    if (taken.writer.apply(organisations).organisations > 0) taken.name = null
    const upTo = new Date(Math.max(startedAt.getTime(), Date.parse(pointer.upTo)))
    return (await publish(taken, pointer, upTo)) ? unreadable : null
  }

  return {
    keep: async (ids) => {
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const unreadable = await bringUpToDate(ids)
        if (unreadable !== null) return unreadable
      }
      throw new Error('Other writers published the search file first, again and again.')
    },
    rebuild: async () => {
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) if (await buildAnew(await loadPointer(database))) return
      throw new Error('Other writers published the search file first, again and again.')
    },
    publishIfMissing: async () => {
      const pointer = await loadPointer(database)
      if (pointer?.schema === searchSchema && (await snapshots.has(pointer.name))) return
      // Whoever was faster has published one, too; and nobody goes on with this copy.
      await buildAnew(pointer)
      await discard()
    },
    close: discard,
  }
}
