import type { ProfileDraft } from './profile-draft.ts'

export type DraftField = keyof ProfileDraft

/** A field that stands differently in the saved profile and in the form, and which of the two changed since both were the same. */
export interface Difference {
  readonly field: DraftField
  /** The one to keep unless the reader says otherwise: hers if she touched the field, else what was saved. */
  readonly suggestion: 'mine' | 'theirs'
}

/** A short sign of each field's content, by which a later form can tell which fields its writer has touched. */
export type Fingerprints = Readonly<Partial<Record<string, string>>>

export function fingerprintsOf(draft: ProfileDraft): Fingerprints {
  return Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, shortHash(JSON.stringify(canonical(value)))]))
}

/** Every field in which the reader's draft and the saved one differ. `base` is how the fields stood when she opened the form. */
export function compareDrafts(mine: ProfileDraft, theirs: ProfileDraft, base: Fingerprints): Difference[] {
  const [my, their] = [fingerprintsOf(mine), fingerprintsOf(theirs)]
  return (Object.keys(theirs) as DraftField[])
    .filter((field) => my[field] !== their[field])
    .map((field) => ({ field, suggestion: my[field] === base[field] ? 'theirs' : 'mine' }))
}

/** The draft with the saved content in the fields for which the reader chose it. */
export function takeTheirs(mine: ProfileDraft, theirs: ProfileDraft, fields: readonly string[]): ProfileDraft {
  const taken = (Object.keys(theirs) as DraftField[]).filter((field) => fields.includes(field))
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) }
}

/** What counts in a comparison: rows by named columns in one order, languages as a set, no texts that are empty. */
function canonical(value: unknown): unknown {
  if (!Array.isArray(value)) return sorted(value)
  const rows = (value as unknown[]).filter(
    (row) => !(typeof row === 'object' && row !== null && 'text' in row && row.text === ''),
  )
  return rows.every((row) => typeof row === 'string') ? rows.toSorted() : rows.map(sorted)
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

// FNV-1a: told apart by accident only, and nobody gains by making two of her own texts look alike.
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
