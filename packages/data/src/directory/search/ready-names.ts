import type { DatabaseSync } from 'node:sqlite'
import type { OrganisationId } from '@kunak/contracts'
import { nameKeysOf, type Resemblance, resemblance } from '@kunak/domain/directory'
import { stateIn } from './pack-state.ts'

/** Names made ready to be compared many times. */
export interface ReadyNames {
  /** The sound keys of each name. */
  readonly keys: readonly (readonly string[])[]
  readonly resemblance: Resemblance
}

/** The names of an organisation in a search file, made ready. */
export interface StoredNames extends ReadyNames {
  readonly id: OrganisationId
  readonly names: Readonly<Record<string, string>>
  readonly acronym: string
}

export function readyNames(names: readonly string[], acronym = ''): ReadyNames {
  return {
    keys: [...names, acronym].map(nameKeysOf).filter((keys) => keys.length > 0),
    resemblance: resemblance({ names, country: null, website: '' }),
  }
}

// Some 2 kB each. A number never stands for another state, so what is kept stays right.
const mostKept = 10_000
const keptOf = new WeakMap<DatabaseSync, Map<number, StoredNames>>()

export function namesIn(file: DatabaseSync, number: number): StoredNames {
  const kept = keptOf.get(file) ?? new Map<number, StoredNames>()
  keptOf.set(file, kept)
  const known = kept.get(number)
  if (known !== undefined) return known
  const { id, profile } = stateIn(file, number)
  const { names, acronym } = profile
  const ready = { id, names, acronym, ...readyNames(Object.values(names), acronym) }
  if (kept.size >= mostKept) kept.clear()
  kept.set(number, ready)
  return ready
}
