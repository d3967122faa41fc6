import {
  type Facet,
  facets,
  type Organisation,
  type OrganisationQuery,
  type OrganisationView,
  type Reason,
  reasons,
} from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import {
  type AskedWord,
  askedWords,
  compareText,
  isListedFor,
  likenessOf,
  searchDocumentOf,
  type SearchDocument,
  searchFields,
  viewOrganisation,
  wholeNameOf,
} from '@kunak/domain/directory'

/** The whole answer to a question, found by looking at every organisation: what the search must answer, in its order. */
export interface Expected {
  readonly ids: readonly string[]
  readonly reasons: readonly (readonly Reason[])[]
  readonly facets: Readonly<Record<Facet, ReadonlyMap<string, number>>>
}

const weights = { name: 6, name_begins: 5, expertise: 4, place: 4, text: 2, similar_spelling: 1 } as const

export function bruteForce(viewer: Viewer, world: readonly Organisation[], query: OrganisationQuery & { now: Date }): Expected {
  const asked = askedWords(query.q)
  const found = world.flatMap((organisation) => {
    const view = viewOrganisation(viewer, organisation, query.now)
    const document = searchDocumentOf(viewer, organisation)
    if (view === null || document === null || !isListedFor(viewer, organisation, query.now)) return []
    const why = asked.map((word) => reasonsFor(word, document))
    if (why.some((one) => one.length === 0)) return []
    const isWholeName = asked.length > 0 && document.wholeNames.includes(wholeNameOf(query.q))
    const score = why.reduce((sum, [best]) => sum + (best ? weights[best] : 0), isWholeName ? 1 : 0)
    return [{ view, document, score, reasons: reasons.filter((reason) => why.some((one) => one.includes(reason))) }]
  })
  const chosen = found
    .filter(({ view }) => facets.every((facet) => valuesOf(view, facet, query).some((value) => isChosen(query, facet, value))))
    .sort(
      (one, other) =>
        other.score - one.score ||
        compareText(one.document.sortKey, other.document.sortKey) ||
        compareText(one.view.id, other.view.id),
    )
  return {
    ids: chosen.map(({ view }) => view.id),
    reasons: chosen.map((one) => one.reasons),
    facets: Object.fromEntries(
      facets.map((facet) => {
        const without = { ...query, [facet]: [] }
        const counted = found.filter(({ view }) =>
          facets.every((other) => valuesOf(view, other, without).some((value) => isChosen(without, other, value))),
        )
        const counts = new Map<string, number>()
        for (const { view } of counted)
          for (const value of new Set(valuesOf(view, facet, without)))
            if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
        return [facet, counts]
      }),
    ) as Record<Facet, Map<string, number>>,
  }
}

/** Null stands for "none at all", which only an open choice accepts. */
function isChosen(query: OrganisationQuery, facet: Facet, value: string | null): boolean {
  const wanted: readonly string[] = query[facet]
  return wanted.length === 0 || (value !== null && wanted.includes(value))
}

/** The values of one facet; those of expertise only of the entries that fit the choices of area, level and capacity together. */
function valuesOf(view: OrganisationView, facet: Facet, query: OrganisationQuery): (string | null)[] {
  const entries = (view.expertise ?? []).filter(
    ({ area, level, capacity }) =>
      isChosen(query, 'expertise', area) && isChosen(query, 'level', level) && isChosen(query, 'capacity', capacity),
  )
  const isOpen = query.expertise.length + query.level.length + query.capacity.length === 0
  const orNone = (values: readonly string[]): (string | null)[] => (values.length > 0 ? [...values] : [null])
  const ofEntries = (values: readonly string[]) => (isOpen ? orNone(values) : [...values])
  switch (facet) {
    case 'republic':
      return orNone((view.worksIn ?? []).map(({ republic }) => republic))
    case 'expertise':
      return ofEntries(entries.map(({ area }) => area))
    case 'level':
      return ofEntries(entries.map(({ level }) => level))
    case 'capacity':
      return ofEntries(entries.map(({ capacity }) => capacity))
    case 'language':
      return orNone(view.languages ?? [])
    case 'legalForm':
      return orNone(view.legalForm ? [view.legalForm] : [])
    case 'freshness':
      return [view.freshness]
  }
}

/** The best reasons for one asked word; two where it stands as well in two places. */
function reasonsFor(asked: AskedWord, document: SearchDocument): Reason[] {
  const all = searchFields.flatMap((field): Reason[] =>
    document.words[field].flatMap((word): Reason[] => {
      const likeness = likenessOf(asked, word)
      if (likeness === null) return []
      if (likeness === 'similar') return ['similar_spelling']
      return [field === 'name' && likeness === 'begins' ? 'name_begins' : field]
    }),
  )
  const best = Math.max(0, ...all.map((reason) => weights[reason]))
  return reasons.filter((reason) => weights[reason] === best && all.includes(reason))
}
