import type { FoundOrganisations, OrganisationQuery } from '@kunak/contracts/directory'
import { facets } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { readerClassOf, viewOrganisation } from '@kunak/domain/directory'
import { facetCodes, type FacetCounts } from './search/choose.ts'
import { encodeCursor } from './search/cursor.ts'
import { dayNumber } from './search/encode-document.ts'
import { stateIn } from './search/pack-state.ts'
import { comparePlaces, type Place } from './search/select-organisations.ts'
import type { Source } from './search/sources.ts'

/** Asks every source the same, and puts the answers together in one order. `after` is where the page before this one ended. */
export function findOrganisations(
  sources: readonly Source[],
  { viewer, query, now, after }: { viewer: Viewer; query: OrganisationQuery; now: Date; after: Place | null },
): FoundOrganisations {
  const question = {
    q: query.q,
    choice: query,
    readerClass: readerClassOf(viewer),
    today: dayNumber(now.toISOString().slice(0, 10)),
    after,
    limit: query.limit,
  }
  const selections = sources.map(({ group, isLeftOut }) => ({ group, selection: group.select(question, isLeftOut) }))
  const hits = selections
    .flatMap(({ group, selection }) => selection.hits.map((hit) => ({ hit, file: group.loaded.file })))
    .sort((one, other) => comparePlaces(one.hit, other.hit))
  const page = hits.slice(0, query.limit)
  const last = page.at(-1)
  return {
    total: selections.reduce((sum, { selection }) => sum + selection.total, 0),
    organisations: page.flatMap(({ hit, file }) => {
      const organisation = viewOrganisation(viewer, stateIn(file, hit.number), now)
      return organisation === null ? [] : [{ organisation, reasons: [...hit.reasons] }]
    }),
    facets: facetsShown(
      selections.map(({ selection }) => selection.counts),
      query,
    ),
    next: last && hits.length > query.limit ? encodeCursor(query, last.hit) : null,
  }
}

/** Values that nobody has are left out, unless they are chosen: then somebody may want to take them back. */
function facetsShown(counts: readonly FacetCounts[], query: OrganisationQuery): FoundOrganisations['facets'] {
  const shown = facets.map((facet) => {
    const chosen: readonly string[] = query[facet]
    const values: { value: string; count: number }[] = []
    for (const [index, value] of facetCodes[facet].entries()) {
      let count = 0
      for (const counted of counts) count += counted[facet][index] ?? 0
      if (count > 0 || chosen.includes(value)) values.push({ value, count })
    }
    return [facet, values] as const
  })
  return Object.fromEntries(shown) as FoundOrganisations['facets']
}
