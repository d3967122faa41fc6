import type { Audience } from '@kunak/contracts'
import type { FieldGroup, Profile } from '@kunak/contracts/directory'

/** A text in one language. */
export interface Words {
  readonly tag: string
  readonly text: string
}

/** The columns of each repeated group, the one that makes a row count first. */
export const rowFields = {
  names: ['text', 'tag'],
  description: ['text', 'tag'],
  safeContact: ['text', 'tag'],
  identifiers: ['value', 'scheme'],
  worksIn: ['republic', 'district'],
  expertise: ['area', 'level', 'capacity', 'until', 'delivery'],
  contacts: ['value', 'channel', 'audience'],
  legalFlags: ['flag', 'since', 'recordedBy'],
} as const

/** A profile as it stands in a form: everything is text, exactly as written, so that a refusal loses nothing. */
export interface ProfileDraft {
  readonly names: readonly Words[]
  readonly acronym: string
  readonly description: readonly Words[]
  readonly legalForm: string
  readonly foundedYear: string
  readonly basedIn: string
  readonly identifiers: readonly Row<'identifiers'>[]
  readonly address: string
  readonly worksIn: readonly Row<'worksIn'>[]
  readonly languages: readonly string[]
  readonly expertise: readonly Row<'expertise'>[]
  readonly website: string
  readonly contacts: readonly Row<'contacts'>[]
  readonly safeContact: readonly Words[]
  readonly legalFlags: readonly Row<'legalFlags'>[]
  readonly audiences: Readonly<Record<FieldGroup, string>>
}

export type RowGroup = keyof typeof rowFields
export type Row<Group extends RowGroup> = Readonly<Record<(typeof rowFields)[Group][number], string>>

/** A saved profile as a form shows it. The two languages of the site always have their row. */
export function draftOf(profile: Profile): ProfileDraft {
  return {
    ...profile,
    names: wordsOf(profile.names),
    description: wordsOf(profile.description),
    safeContact: wordsOf(profile.safeContact),
    legalForm: profile.legalForm ?? '',
    foundedYear: profile.foundedYear === null ? '' : String(profile.foundedYear),
    basedIn: profile.basedIn ?? '',
    expertise: profile.expertise.map((entry) => ({ ...entry, until: entry.until ?? '' })),
    legalFlags: profile.legalFlags.map((entry) => ({ ...entry, since: entry.since ?? '' })),
  }
}

/** What the API is asked to save: a `Profile` if all of it was written well; the API says what was not. */
export function bodyOf(draft: ProfileDraft): Record<keyof Profile, unknown> {
  return {
    ...draft,
    names: byLanguage(draft.names),
    description: byLanguage(draft.description),
    safeContact: byLanguage(draft.safeContact),
    legalForm: orNull(draft.legalForm),
    foundedYear: /^\d{1,9}$/.test(draft.foundedYear) ? Number(draft.foundedYear) : orNull(draft.foundedYear),
    basedIn: orNull(draft.basedIn.toUpperCase()),
    expertise: draft.expertise.map((entry) => ({ ...entry, until: orNull(entry.until) })),
    legalFlags: draft.legalFlags.map((entry) => ({ ...entry, since: orNull(entry.since) })),
  }
}

/** A fresh row of each kind. */
const emptyRows: { readonly [Group in RowGroup]: Row<Group> } = {
  names: { tag: '', text: '' },
  description: { tag: '', text: '' },
  safeContact: { tag: '', text: '' },
  identifiers: { scheme: 'RU-OGRN', value: '' },
  worksIn: { republic: '', district: '' },
  expertise: { area: '', level: 'experienced', capacity: 'open', until: '', delivery: 'both' },
  contacts: { channel: 'email', value: '', audience: 'network' satisfies Audience },
  legalFlags: { flag: '', since: '', recordedBy: 'self' },
}

/** The draft with spare rows to write into: one in each repeated group, and several in the one that asked for more. */
export function withSpareRows(draft: ProfileDraft, asked?: string): ProfileDraft {
  const padded = (Object.keys(rowFields) as RowGroup[]).map((group) => {
    const spare = Array.from({ length: group === asked ? 4 : 1 }, () => emptyRows[group])
    return [group, [...draft[group], ...spare]]
  })
  return { ...draft, ...(Object.fromEntries(padded) as Pick<ProfileDraft, RowGroup>) }
}

function wordsOf(texts: Readonly<Record<string, string>>): Words[] {
  const tags = new Set(['ru', 'en', ...Object.keys(texts)])
  return [...tags].map((tag) => ({ tag, text: texts[tag] ?? '' }))
}

function byLanguage(words: readonly Words[]): Record<string, string> {
  return Object.fromEntries(words.filter(({ text }) => text !== '').map(({ tag, text }) => [tag, text]))
}

const orNull = (text: string) => (text === '' ? null : text)
