import type { OrganisationId } from '@kunak/contracts'
import { bestText } from '@kunak/contracts'
import type { Freshness, Organisation, OrganisationView } from '@kunak/contracts/directory'
import { anonymous, type Viewer } from '@kunak/contracts/identity'
import { expertiseAreas, labelOf, type Labelled, languages, legalForms, republics, uiLocales } from '@kunak/vocabulary'
import { countryName } from './countries.ts'
import { askedWords } from './search-words-question.ts'
import { wordsOf } from './search-words.ts'
import { viewOrganisation } from './view-organisation.ts'

/** The classes of readers that a search index is kept for, each apart from the others. */
export const readerClasses = ['public', 'network', 'coordinators'] as const
export type ReaderClass = (typeof readerClasses)[number]

/** Somebody who may read exactly what her whole class may: of no organisation herself. */
export const readerOf: Readonly<Record<ReaderClass, Viewer>> = {
  public: anonymous,
  network: { ...anonymous, isInNetwork: true },
  coordinators: { ...anonymous, isInNetwork: true, isCoordinator: true },
}

/** The class whose index answers a reader; what she reads beyond it is her own organisations'. */
export function readerClassOf(viewer: Viewer): ReaderClass {
  return viewer.isCoordinator ? 'coordinators' : viewer.isInNetwork ? 'network' : 'public'
}

/** What freshness a profile must have to stand in a class's lists, counts and map, as `isListedFor` says. */
export const listedFreshness: Readonly<Record<ReaderClass, readonly Freshness[]>> = {
  public: ['fresh', 'due'],
  network: ['fresh', 'due', 'stale'],
  coordinators: ['fresh', 'due', 'stale', 'hidden'],
}

/** The fields that words are looked for in, most telling first. */
export const searchFields = ['name', 'expertise', 'place', 'text'] as const
export type SearchField = (typeof searchFields)[number]

/** What a reader can find an organisation by; the same on every day, because what depends on the day is judged when it is read. */
export interface SearchDocument {
  readonly id: OrganisationId
  /** Orders by name, whatever the reader's language. */
  readonly sortKey: string
  readonly assuredOn: string
  readonly words: Readonly<Record<SearchField, readonly string[]>>
  /** Each whole name as one word, to tell "Bridge" from "Bridge of Trust". */
  readonly wholeNames: readonly string[]
  readonly republics: readonly string[]
  readonly languages: readonly string[]
  readonly legalForm: string | null
  readonly expertise: NonNullable<OrganisationView['expertise']>
}

const longestSortKey = 60

/** What this reader can find an organisation by, or null when for her it is not there. Made from the view alone. */
export function searchDocumentOf(viewer: Viewer, organisation: Organisation): SearchDocument | null {
  // On the day it was assured a profile is fresh, so that the view is the one that does not depend on today.
  const view = viewOrganisation(viewer, organisation, new Date(organisation.assuredAt))
  if (view === null) return null
  const names = [...Object.values(view.names), view.acronym ?? '']
  const places = (view.worksIn ?? []).flatMap(({ republic, district }) => [...labels(republics, republic), district ?? ''])
  return {
    id: view.id,
    sortKey: [...wordsOf(bestText(view.names, 'ru')?.text ?? '').join(' ')].slice(0, longestSortKey).join(''),
    assuredOn: view.assuredOn,
    words: {
      name: unique(names),
      expertise: unique((view.expertise ?? []).flatMap(({ area }) => labels(expertiseAreas, area))),
      place: unique([...places, ...countries(view.basedIn), view.address ?? '']),
      text: unique([
        ...Object.values(view.description ?? {}),
        ...(view.languages ?? []).flatMap((language) => labels(languages, language)),
        ...(view.legalForm ? labels(legalForms, view.legalForm) : []),
        ...(view.identifiers ?? []).map(({ value }) => value),
        view.website?.replace(/^https?:\/\/(?:www\.)?/, '') ?? '',
      ]),
    },
    wholeNames: [...new Set(names.map(wholeNameOf))].filter((name) => name !== ''),
    republics: [...new Set((view.worksIn ?? []).map(({ republic }) => republic))],
    languages: view.languages ?? [],
    legalForm: view.legalForm ?? null,
    expertise: (view.expertise ?? []).filter(({ area }, at, all) => all.findIndex((entry) => entry.area === area) === at),
  }
}

/** A name, or a question, as one word; words that only join others make no difference. */
export function wholeNameOf(name: string): string {
  return askedWords(name)
    .map(({ stem }) => stem)
    .join('_')
}

function labels(entries: readonly Labelled[], code: string): string[] {
  return uiLocales.map((locale) => labelOf(entries, code, locale))
}

function countries(code: string | undefined): string[] {
  return code === undefined ? [] : uiLocales.map((locale) => countryName(code, locale))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(wordsOf))]
}
