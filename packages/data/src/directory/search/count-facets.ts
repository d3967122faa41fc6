import { type Chosen, type FacetCounts, freshnessIndex } from './choose.ts'
import { areaIn, capacityIn, levelIn } from './encode-document.ts'
import type { LoadedGroup } from './load-group.ts'

/** Judges documents one by one against a choice, and counts the facets as it goes. */
export interface Judge {
  /** Whether a document is chosen. Counts it for each facet as if that facet alone were not chosen. */
  readonly judge: (ordinal: number) => boolean
}

export interface Judging {
  readonly chosen: Chosen
  /** The day of reading as whole days since 1970. */
  readonly today: number
  readonly counts: FacetCounts
}

const mostAreas = 64

/**
 * A facet's counts leave out that facet's own choice, so a document counts for a facet when nothing else excludes it. Area, level and
 * capacity belong together: they must hold of one and the same entry of expertise.
 */
export function judgeOf(loaded: LoadedGroup, { chosen, today, counts }: Judging): Judge {
  const { assuredDays, republics, languages, legalForms, offsets, entries } = loaded
  const { areas, levels, capacities, hasExpertise, listed } = chosen
  // The last document that was counted for each area, so that none counts twice.
  const countedFor = new Int32Array(mostAreas).fill(-1)

  return {
    judge: (ordinal) => {
      const freshness = freshnessIndex(today - (assuredDays[ordinal] ?? 0))
      if ((listed & (1 << freshness)) === 0) return false
      const places = republics[ordinal] ?? 0
      const spoken = languages[ordinal] ?? 0
      const form = legalForms[ordinal] ?? 0
      const missesPlace = chosen.republics !== all && (places & chosen.republics) === 0 ? 1 : 0
      const missesLanguage = chosen.languages !== all && (spoken & chosen.languages) === 0 ? 1 : 0
      const missesForm = chosen.legalForms !== all && (form === 0 || (chosen.legalForms & (1 << (form - 1))) === 0) ? 1 : 0
      const missesFreshness = (chosen.freshness & (1 << freshness)) === 0 ? 1 : 0
      const others = missesPlace + missesLanguage + missesForm + missesFreshness
      if (others > 1) return false

      const start = offsets[ordinal] ?? 0
      const end = offsets[ordinal + 1] ?? 0
      let has = !hasExpertise
      let levelBits = 0
      let capacityBits = 0
      for (let at = start; at < end; at += 1) {
        const entry = entries[at] ?? 0
        const area = areaIn(entry)
        const level = levelIn(entry)
        const capacity = capacityIn(entry, today)
        const isArea = areas[area] === 1
        const isLevel = (levels & (1 << level)) !== 0
        const isCapacity = (capacities & (1 << capacity)) !== 0
        if (isArea && isLevel && isCapacity) has = true
        if (others > 0) continue
        if (isArea && isCapacity) levelBits |= 1 << level
        if (isArea && isLevel) capacityBits |= 1 << capacity
        if (isLevel && isCapacity && countedFor[area] !== ordinal) {
          countedFor[area] = ordinal
          add(counts.expertise, area)
        }
      }
      if (others === 0) {
        addBits(counts.level, levelBits)
        addBits(counts.capacity, capacityBits)
      }
      if (!has) return false
      if (others === missesPlace) addBits(counts.republic, places)
      if (others === missesLanguage) addBits(counts.language, spoken)
      if (others === missesForm && form !== 0) add(counts.legalForm, form - 1)
      if (others === missesFreshness) add(counts.freshness, freshness)
      return others === 0
    },
  }
}

const all = 0xffffffff

function add(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1
}

function addBits(counts: Uint32Array, bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) add(counts, 31 - Math.clz32(left & -left))
}
