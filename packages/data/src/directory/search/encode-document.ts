import { capacities, deliveries, levels } from '@kunak/contracts/directory'
import type { SearchDocument } from '@kunak/domain/directory'
import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'

/** The codes of each vocabulary in the order in which the search file numbers them. */
export const numbered: {
  readonly republics: readonly string[]
  readonly languages: readonly string[]
  readonly legalForms: readonly string[]
  readonly areas: readonly string[]
  readonly levels: readonly string[]
  readonly capacities: readonly string[]
  readonly deliveries: readonly string[]
} = {
  republics: codesOf(republics),
  languages: codesOf(languages),
  legalForms: codesOf(legalForms),
  areas: codesOf(expertiseAreas),
  levels,
  capacities,
  deliveries,
}

const dayMs = 86_400_000
const lastDay = 65_535

/** A day (`YYYY-MM-DD`) as whole days since 1970. */
export function dayNumber(day: string): number {
  return Math.min(lastDay, Math.max(1, Math.floor(Date.parse(day) / dayMs)))
}

/** Bit n is set when the n-th code of the vocabulary is there. */
export function bitsOf(vocabulary: readonly string[], codes: readonly string[]): number {
  return codes.reduce((bits, code) => bits | (1 << vocabulary.indexOf(code)), 0) >>> 0
}

/** One entry of expertise in 28 bits: area 6, level 2, capacity 2, delivery 2, the last day of the capacity 16 (0: none). */
export function packExpertise({ area, level, capacity, until, delivery }: SearchDocument['expertise'][number]): number {
  return (
    numbered.areas.indexOf(area) |
    (numbered.levels.indexOf(level) << 6) |
    (numbered.capacities.indexOf(capacity) << 8) |
    (numbered.deliveries.indexOf(delivery) << 10) |
    ((until === null ? 0 : dayNumber(until)) << 12)
  )
}

export const areaIn = (packed: number) => packed & 63
export const levelIn = (packed: number) => (packed >>> 6) & 3
export const deliveryIn = (packed: number) => (packed >>> 10) & 3
/** The capacity on a day, as `capacityOn` says: after its last day it is open (0) again. */
export const capacityIn = (packed: number, today: number) =>
  packed >>> 12 !== 0 && packed >>> 12 < today ? 0 : (packed >>> 8) & 3
