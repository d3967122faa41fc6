import type { ReaderClass } from '@kunak/domain/directory'
import { type Chosen, type FacetCounts, noCounts } from './choose.ts'
import type { LoadedGroup } from './load-group.ts'
import { groupOnDay, notListed } from './on-day.ts'
import { numbered } from './encode-document.ts'

/** Judges documents one by one against a choice, and counts the facets as it goes. */
export interface Judge {
  /** Whether a document is chosen. Counts it for each facet as if that facet alone were not chosen. */
  readonly judge: (ordinal: number) => boolean
  readonly counts: () => FacetCounts
}

export interface Judging {
  readonly chosen: Chosen
  readonly readerClass: ReaderClass
  /** The day of reading as whole days since 1970. */
  readonly today: number
}

/**
 * A facet's counts leave out that facet's own choice, so a document counts for a facet when nothing else excludes it. Area, level and
 * capacity belong together: they must hold of one and the same entry of expertise.
 */
export function judgeOf(loaded: LoadedGroup, { chosen, readerClass, today }: Judging): Judge {
  const { republics, languages, legalForms, offsets } = loaded
  const { freshness, entries } = groupOnDay(loaded, { readerClass, today })
  const { areas, levels, capacities, hasExpertise } = chosen
  const counted = noCounts()
  // Whole sets of bits are counted here, and taken apart once at the end.
  const placeSets = new Uint32Array(1 << numbered.republics.length)
  const levelSets = new Uint32Array(1 << numbered.levels.length)
  const capacitySets = new Uint32Array(1 << numbered.capacities.length)

  return {
    judge: (ordinal) => {
      const fresh = freshness[ordinal] ?? notListed
      if (fresh === notListed) return false
      const places = republics[ordinal] ?? 0
      const spoken = languages[ordinal] ?? 0
      const form = legalForms[ordinal] ?? 0
      const missesPlace = chosen.republics !== all && (places & chosen.republics) === 0 ? 1 : 0
      const missesLanguage = chosen.languages !== all && (spoken & chosen.languages) === 0 ? 1 : 0
      const missesForm = chosen.legalForms !== all && (form === 0 || (chosen.legalForms & (1 << (form - 1))) === 0) ? 1 : 0
      const missesFreshness = (chosen.freshness & (1 << fresh)) === 0 ? 1 : 0
      const others = missesPlace + missesLanguage + missesForm + missesFreshness
      if (others > 1) return false

      let has = !hasExpertise
      let levelBits = 0
      let capacityBits = 0
      const end = offsets[ordinal + 1] ?? 0
      for (let at = offsets[ordinal] ?? 0; at < end; at += 1) {
        const entry = entries[at] ?? 0
        const area = entry & 63
        const level = 1 << ((entry >>> 6) & 3)
        const capacity = 1 << (entry >>> 8)
        const isArea = areas[area] === 1
        const isLevel = (levels & level) !== 0
        const isCapacity = (capacities & capacity) !== 0
        if (isArea && isLevel && isCapacity) has = true
        if (isArea && isCapacity) levelBits |= level
        if (isArea && isLevel) capacityBits |= capacity
        if (others === 0 && isLevel && isCapacity) add(counted.expertise, area)
      }
      if (others === 0) {
        add(levelSets, levelBits)
        add(capacitySets, capacityBits)
      }
      if (!has) return false
      if (others === missesPlace) add(placeSets, places)
      if (others === missesLanguage) for (let left = spoken; left !== 0; left &= left - 1) add(counted.language, lowestBit(left))
      if (others === missesForm && form !== 0) add(counted.legalForm, form - 1)
      if (others === missesFreshness) add(counted.freshness, fresh)
      return others === 0
    },
    counts: () => ({
      ...counted,
      republic: countBits(placeSets, numbered.republics.length),
      level: countBits(levelSets, numbered.levels.length),
      capacity: countBits(capacitySets, numbered.capacities.length),
    }),
  }
}

const all = 0xffffffff

function add(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

/** How many of the counted sets have each bit. */
function countBits(sets: Uint32Array, width: number): Uint32Array {
  const counts = new Uint32Array(width)
  for (let bit = 0; bit < width; bit += 1)
    for (let set = 0; set < sets.length; set += 1)
      if ((set & (1 << bit)) !== 0) counts[bit] = (counts[bit] ?? 0) + (sets[set] ?? 0)
  return counts
}
