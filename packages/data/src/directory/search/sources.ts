import type { OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { type ReaderClass, readerClassOf } from '@kunak/domain/directory'
import type { LiveChanges } from './live-changes.ts'
import { loadGroupNow } from './load-group.ts'
import { stateIn } from './pack-state.ts'
import type { PublishedCopy } from './published-copy.ts'
import { openSearchFile } from './search-file.ts'
import { type SearchGroup, searchGroup } from './select-organisations.ts'
import { searchFileWriter } from './write-search-file.ts'

/** A group of a search file that takes part in an answer, without the documents that another source has. */
export interface Source {
  readonly group: SearchGroup
  readonly isLeftOut: Uint8Array | null
  /** True of a file made for this one answer, to be closed after it. */
  readonly isOnce: boolean
}

/** The published file with its group for the reader's class, and what has changed since. */
export interface Files {
  readonly published: PublishedCopy
  readonly group: SearchGroup
  readonly live: LiveChanges
}

/**
 * Where an answer for a reader comes from, no organisation twice: the published file without what has changed, what has changed, and
 * the reader's own organisations, of which she sees more than her class.
 */
export function sourcesFor(viewer: Viewer, { published, group, live }: Files): Source[] {
  const readerClass = readerClassOf(viewer)
  const own = ownIds(viewer)
  const leftOut = leftOutOf(readerClass, { published, group, live })
  const sources: Source[] = [
    { group, isLeftOut: own.length === 0 ? leftOut : withAlso(leftOut, group, own.map(published.numberOf)), isOnce: false },
  ]
  if (live.changed.size > 0) {
    const changed = live.group(readerClass)
    sources.push({
      group: changed,
      isLeftOut: own.length === 0 ? null : withAlso(null, changed, own.map(live.numberOf)),
      isOnce: false,
    })
  }
  const states = own.flatMap((id) => stateOf(id, published, live) ?? [])
  if (states.length > 0) sources.push({ group: ownGroup(viewer, states), isLeftOut: null, isOnce: true })
  return sources
}

/** The organisations of which a reader sees more than her class does. */
export function ownIds(viewer: Viewer): OrganisationId[] {
  return [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].sort()
}

/** The state of an organisation as it is now, or null when it is not listed for anybody. */
function stateOf(id: OrganisationId, published: PublishedCopy, live: LiveChanges): Organisation | null {
  const [file, number] = live.changed.has(id) ? [live.file, live.numberOf(id)] : [published.file, published.numberOf(id)]
  return number === null ? null : stateIn(file, number)
}

const lastLeftOut = new WeakMap<SearchGroup, { readonly count: number; readonly leftOut: Uint8Array | null }>()

function leftOutOf(readerClass: ReaderClass, { published, group, live }: Files): Uint8Array | null {
  const last = lastLeftOut.get(group)
  if (last?.count === live.count()) return last.leftOut
  const shown = [...live.changed].filter((id) => published.isShown(id, readerClass))
  const leftOut = shown.length === 0 ? null : withAlso(null, group, shown.map(published.numberOf))
  lastLeftOut.set(group, { count: live.count(), leftOut })
  return leftOut
}

function withAlso(leftOut: Uint8Array | null, { loaded }: SearchGroup, numbers: readonly (number | null)[]): Uint8Array {
  const also = leftOut?.slice() ?? new Uint8Array(loaded.size)
  for (const number of numbers) {
    const ordinal = number === null ? -1 : (loaded.ordinals[number] ?? -1)
    if (ordinal >= 0) also[ordinal] = 1
  }
  return also
}

// Nothing is published of what only an organisation's own people see: it is indexed in memory, for this one answer.
function ownGroup(viewer: Viewer, states: readonly Organisation[]): SearchGroup {
  const file = openSearchFile(':memory:', ['own'])
  searchFileWriter(file, { own: viewer }).apply(new Map(states.map((organisation) => [organisation.id, organisation])))
  return searchGroup(loadGroupNow(file, 'own'))
}
