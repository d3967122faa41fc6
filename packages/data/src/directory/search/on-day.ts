import { freshnesses } from '@kunak/contracts/directory'
import { listedFreshness, type ReaderClass } from '@kunak/domain/directory'
import { freshnessIndex } from './choose.ts'
import { areaIn, capacityIn, levelIn } from './encode-document.ts'
import type { LoadedGroup } from './load-group.ts'

/** What of a group's documents depends on the day of reading, worked out once a day. */
export interface GroupOnDay {
  /** The index of each document's freshness, or `notListed`. */
  readonly freshness: Uint8Array
  /** The entries of expertise with the capacity of the day: area 6 bits, level 2, capacity 2. */
  readonly entries: Uint16Array
}

export const notListed = 255
const lately = new WeakMap<LoadedGroup, { readonly day: string; readonly onDay: GroupOnDay }>()

export function groupOnDay(loaded: LoadedGroup, { readerClass, today }: { readerClass: ReaderClass; today: number }): GroupOnDay {
  const day = `${readerClass} ${today}`
  const known = lately.get(loaded)
  if (known?.day === day) return known.onDay
  const listed = freshnesses.map((freshness) => listedFreshness[readerClass].includes(freshness))
  const onDay = {
    freshness: new Uint8Array(loaded.size),
    entries: new Uint16Array(loaded.entries.length),
  }
  for (let ordinal = 0; ordinal < loaded.size; ordinal += 1) {
    const freshness = freshnessIndex(today - (loaded.assuredDays[ordinal] ?? 0))
    onDay.freshness[ordinal] = listed[freshness] ? freshness : notListed
  }
  for (let at = 0; at < loaded.entries.length; at += 1) {
    const entry = loaded.entries[at] ?? 0
    onDay.entries[at] = areaIn(entry) | (levelIn(entry) << 6) | (capacityIn(entry, today) << 8)
  }
  lately.set(loaded, { day, onDay })
  return onDay
}
