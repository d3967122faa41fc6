import { capacities, deliveries, levels } from '@kunak/contracts/directory'
import { canHelp, deliveredBy, mostHelpers, type ReaderClass } from '@kunak/domain/directory'
import { areaIn, deliveryIn, levelIn, numbered } from './encode-document.ts'
import type { LoadedGroup } from './load-group.ts'
import { groupOnDay, notListed } from './on-day.ts'

/** Counts of one expertise × republic: all, those able to help now, by level, by capacity. */
export const cellWidth = 2 + levels.length + capacities.length
const cellCount = numbered.areas.length * numbered.republics.length
export const cellIndex = (area: number, republic: number) => area * numbered.republics.length + republic

/** Somebody who can help, as the n-th document of a group, with the packed entry that says how. */
export interface CountedHelper {
  readonly ordinal: number
  readonly level: number
  readonly capacity: number
}

export interface CountedCoverage {
  /** By republic. */
  readonly organisations: Uint32Array
  /** `cellWidth` numbers for each `cellIndex`. */
  readonly cells: Uint32Array
  /** The best few by `cellIndex`, for each way of delivering. */
  readonly helpers: Readonly<Record<'on_site' | 'remote', readonly (readonly CountedHelper[])[]>>
}

/** Counts a group's documents on a day for the map. Takes one pass. */
export function countCoverage(
  loaded: LoadedGroup,
  isLeftOut: Uint8Array | null,
  { readerClass, today }: { readonly readerClass: ReaderClass; readonly today: number },
): CountedCoverage {
  const { freshness, entries } = groupOnDay(loaded, { readerClass, today })
  const organisations = new Uint32Array(numbered.republics.length)
  const cells = new Uint32Array(cellCount * cellWidth)
  const helpers = { on_site: noHelpers(), remote: noHelpers() }
  const add = (index: number) => (cells[index] = (cells[index] ?? 0) + 1)

  for (let ordinal = 0; ordinal < loaded.size; ordinal += 1) {
    if (isLeftOut?.[ordinal] === 1 || freshness[ordinal] === notListed) continue
    const places = loaded.republics[ordinal] ?? 0
    for (let left = places; left !== 0; left &= left - 1) {
      const republic = 31 - Math.clz32(left & -left)
      organisations[republic] = (organisations[republic] ?? 0) + 1
      for (let at = loaded.offsets[ordinal] ?? 0; at < (loaded.offsets[ordinal + 1] ?? 0); at += 1) {
        const entry = entries[at] ?? 0
        const level = levelIn(entry)
        const capacity = entry >>> 8
        const cell = cellIndex(areaIn(entry), republic)
        add(cell * cellWidth)
        add(cell * cellWidth + 2 + level)
        add(cell * cellWidth + 2 + levels.length + capacity)
        if (!isAble(level, capacity)) continue
        add(cell * cellWidth + 1)
        for (const how of waysOf[deliveryIn(loaded.entries[at] ?? 0)] ?? [])
          keepBest(helpers[how][cell] ?? [], { ordinal, level, capacity })
      }
    }
  }
  return { organisations, cells, helpers }
}

const able = numbered.levels.map((_, level) =>
  numbered.capacities.map((_, capacity) =>
    canHelp({ level: levels[level] ?? 'learning', capacity: capacities[capacity] ?? 'none' }),
  ),
)
const isAble = (level: number, capacity: number) => able[level]?.[capacity] ?? false
const waysOf = deliveries.map((delivery) => deliveredBy({ delivery }))

function noHelpers(): CountedHelper[][] {
  return Array.from({ length: cellCount }, () => [])
}

// Documents come in order of name, so the later of two alike stands behind.
function keepBest(best: CountedHelper[], helper: CountedHelper): void {
  const isBehind = (other: CountedHelper) =>
    other.level < helper.level || (other.level === helper.level && other.capacity <= helper.capacity)
  const last = best[mostHelpers - 1]
  if (last && isBehind(last)) return
  const at = best.findIndex((other) => !isBehind(other))
  best.splice(at < 0 ? best.length : at, 0, helper)
  best.length = Math.min(best.length, mostHelpers)
}
