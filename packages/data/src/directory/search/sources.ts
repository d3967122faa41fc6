import type { Viewer } from '@kunak/contracts/identity'
import { type ReaderClass, readerClassOf } from '@kunak/domain/directory'
import { beyondClass, type BeyondClassGroups } from './beyond-class.ts'
import type { LiveChanges } from './live-changes.ts'
import type { PublishedCopy } from './published-copy.ts'
import type { SearchGroup } from './select-organisations.ts'

/** A group of a search file that takes part in an answer, without the documents that another source has. */
export interface Source {
  readonly group: SearchGroup
  readonly isLeftOut: Uint8Array | null
}

/** The published file with its group for the reader's class, and what has changed since. */
export interface Files {
  readonly published: PublishedCopy
  readonly group: SearchGroup
  readonly live: LiveChanges
  readonly beyond: BeyondClassGroups
}

/**
 * Where an answer for a reader comes from, no organisation twice: the published file without what has changed, what has changed, and
 * the organisations of which she sees more than her class: her own, and those that show something to a circle of hers.
 */
export function sourcesFor(viewer: Viewer, files: Files): Source[] {
  const { published, group, live } = files
  const readerClass = readerClassOf(viewer)
  const own = viewer.memberships.length + viewer.circles.length === 0 ? [] : beyondClass(viewer, files)
  const ids = own.map(({ id }) => id)
  const leftOut = leftOutOf(readerClass, files)
  const sources: Source[] = [
    { group, isLeftOut: own.length === 0 ? leftOut : withAlso(leftOut, group, ids.map(published.numberOf)) },
  ]
  if (live.changed.size > 0) {
    const changed = live.group(readerClass)
    sources.push({ group: changed, isLeftOut: own.length === 0 ? null : withAlso(null, changed, ids.map(live.numberOf)) })
  }
  if (own.length > 0) sources.push({ group: files.beyond.group(viewer, own), isLeftOut: null })
  return sources
}

const lastLeftOut = new WeakMap<SearchGroup, { readonly count: number; readonly leftOut: Uint8Array | null }>()

function leftOutOf(readerClass: ReaderClass, { published, group, live }: Omit<Files, 'beyond'>): Uint8Array | null {
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
