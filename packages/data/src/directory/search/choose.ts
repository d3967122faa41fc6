import type { Facet, FacetChoice } from '@kunak/contracts/directory'
import { facets, freshnesses } from '@kunak/contracts/directory'
import { dueDays, freshDays, staleDays } from '@kunak/domain/directory'
import { bitsOf, numbered } from './encode-document.ts'

/** How many organisations have each value of each facet; the n-th count is the vocabulary's n-th code. */
export type FacetCounts = Readonly<Record<Facet, Uint32Array>>

export const facetCodes: Readonly<Record<Facet, readonly string[]>> = {
  republic: numbered.republics,
  expertise: numbered.areas,
  level: numbered.levels,
  capacity: numbered.capacities,
  language: numbered.languages,
  legalForm: numbered.legalForms,
  freshness: freshnesses,
}

export function noCounts(): FacetCounts {
  const counts = facets.map((facet) => [facet, new Uint32Array(facetCodes[facet].length)])
  return Object.fromEntries(counts) as Record<Facet, Uint32Array>
}

/** A choice of facets with each facet's values as bits; all bits where nothing is chosen. */
export interface Chosen {
  readonly republics: number
  readonly languages: number
  readonly legalForms: number
  readonly freshness: number
  /** 1 for each area of expertise that is chosen. */
  readonly areas: Uint8Array
  readonly levels: number
  readonly capacities: number
  readonly hasExpertise: boolean
}

const all = 0xffffffff

export function chosenBits(choice: FacetChoice): Chosen {
  const bits = (vocabulary: readonly string[], codes: readonly string[]) => (codes.length > 0 ? bitsOf(vocabulary, codes) : all)
  return {
    republics: bits(numbered.republics, choice.republic),
    languages: bits(numbered.languages, choice.language),
    legalForms: bits(numbered.legalForms, choice.legalForm),
    freshness: bits(freshnesses, choice.freshness),
    areas: Uint8Array.from(numbered.areas, (area) =>
      Number(choice.expertise.length === 0 || (choice.expertise as readonly string[]).includes(area)),
    ),
    levels: bits(numbered.levels, choice.level),
    capacities: bits(numbered.capacities, choice.capacity),
    hasExpertise: choice.expertise.length + choice.level.length + choice.capacity.length > 0,
  }
}

/** The index of the freshness among `freshnesses`, from whole days, as `freshnessOf` says. */
export function freshnessIndex(days: number): number {
  return days <= freshDays ? 0 : days <= dueDays ? 1 : days <= staleDays ? 2 : 3
}
