import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type CircleId, OrganisationId } from '@kunak/contracts'
import type { Viewer } from '@kunak/contracts/identity'
import { readerClassOf } from '@kunak/domain/directory'
import type { LiveChanges } from './live-changes.ts'
import { loadGroupNow } from './load-group.ts'
import { stateIn } from './pack-state.ts'
import type { PublishedCopy } from './published-copy.ts'
import { openSearchFile } from './search-file.ts'
import { type SearchGroup, searchGroup } from './select-organisations.ts'
import { searchFileWriter } from './write-search-file.ts'

/** An organisation of which a reader sees more than her class does, as it stands in one of the files now. */
export interface BeyondClass {
  readonly id: OrganisationId
  readonly version: number
  readonly file: DatabaseSync
  readonly number: number
}

/** The reader's own organisations. */
export function ownIds(viewer: Viewer): OrganisationId[] {
  return [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].sort()
}

/**
 * The organisations of which a reader sees more than her class does: her own, and those of her circles that show their circle
 * something. Those that are listed for nobody are left out.
 */
export function beyondClass(
  viewer: Viewer,
  { published, live }: { readonly published: Pick<PublishedCopy, 'file'>; readonly live: LiveChanges },
): BeyondClass[] {
  const found = new Map<OrganisationId, BeyondClass>()
  for (const id of ownIds(viewer)) {
    const file = live.changed.has(id) ? live.file : published.file
    for (const one of read(file, asked(file).byId, id)) found.set(id, one)
  }
  for (const circle of viewer.circles) {
    for (const one of read(published.file, asked(published.file).byCircle, circle))
      if (!live.changed.has(one.id)) found.set(one.id, one)
    for (const one of read(live.file, asked(live.file).byCircle, circle)) found.set(one.id, one)
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

interface Asked {
  readonly byId: StatementSync
  readonly byCircle: StatementSync
}
const statements = new WeakMap<DatabaseSync, Asked>()

function asked(file: DatabaseSync): Asked {
  const known = statements.get(file) ?? {
    byId: file.prepare('SELECT id, version, number FROM organisations WHERE id = ?'),
    byCircle: file.prepare('SELECT id, version, number FROM organisations JOIN circle_readers USING (number) WHERE circle = ?'),
  }
  statements.set(file, known)
  return known
}

function read(file: DatabaseSync, statement: StatementSync, key: OrganisationId | CircleId): BeyondClass[] {
  return statement.all(key).map(({ id, version, number }) => ({
    id: OrganisationId.parse(id),
    version: Number(version),
    file,
    number: Number(number),
  }))
}

export interface BeyondClassGroups {
  /** Those organisations as a group of one reader, and of all who see exactly as much. */
  readonly group: (viewer: Viewer, organisations: readonly BeyondClass[]) => SearchGroup
  readonly close: () => void
}

const mostKept = 5_000

/** Nothing is published of what only a few see: it is indexed in memory, and kept as long as the organisations stay as they are. */
export function beyondClassGroups(): BeyondClassGroups {
  const kept = new Map<string, SearchGroup>()
  let documents = 0

  function forget(key: string, { loaded }: SearchGroup): void {
    kept.delete(key)
    documents -= loaded.size + 1
    loaded.file.close()
  }

  return {
    group: (viewer, organisations) => {
      const states = organisations.map(({ id, version }) => `${id} ${version}`)
      const key = [readerClassOf(viewer), viewer.isInNetwork, ownIds(viewer), viewer.circles, states].join('|')
      const known = kept.get(key)
      const group = known ?? makeGroup(viewer, organisations)
      if (!known) documents += group.loaded.size + 1
      kept.delete(key)
      kept.set(key, group)
      for (const [oldest, old] of kept) {
        if (documents <= mostKept || kept.size <= 1) break
        forget(oldest, old)
      }
      return group
    },
    close: () => {
      for (const [key, group] of [...kept]) forget(key, group)
    },
  }
}

function makeGroup(viewer: Viewer, organisations: readonly BeyondClass[]): SearchGroup {
  const file = openSearchFile(':memory:', ['own'])
  const states = organisations.map((one) => [one.id, stateIn(one.file, one.number)] as const)
  searchFileWriter(file, { own: viewer }).apply(new Map(states))
  return searchGroup(loadGroupNow(file, 'own'))
}
