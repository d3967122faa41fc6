import { createHash } from 'node:crypto'

/** A field that stands differently in the saved profile and in the form, and which of the two changed since both were the same. */
export interface Difference<Field extends string> {
  readonly field: Field
  /** The one to keep unless the reader says otherwise: hers if she touched the field, else what was saved. */
  readonly suggestion: 'mine' | 'theirs'
}

/** A short sign of each field's content, by which a later form can tell which fields have been touched since. */
export type Fingerprints = Readonly<Partial<Record<string, string>>>

/** A draft, or what stands in some of its fields. */
type Values<Field extends string> = Readonly<Partial<Record<Field, unknown>>>

export function fingerprintsOf(values: object): Fingerprints {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, shortHash(JSON.stringify(canonical(value)))]))
}

/** Every field in which the reader's draft and the saved one differ. `base` is how the fields stood when she opened the form. */
export function compareDrafts<Field extends string>(
  mine: Values<Field>,
  theirs: Values<Field>,
  base: Fingerprints,
): Difference<Field>[] {
  const [my, their] = [fingerprintsOf(mine), fingerprintsOf(theirs)]
  return (Object.keys(theirs) as Field[])
    .filter((field) => my[field] !== their[field])
    .map((field) => ({ field, suggestion: my[field] === base[field] ? 'theirs' : 'mine' }))
}

/** Whether anything in these fields was saved since a form was opened; also where the form does not say how they stood then. */
export function haveChanged(saved: object, base: Fingerprints): boolean {
  return Object.entries(fingerprintsOf(saved)).some(([field, sign]) => sign !== base[field])
}

/** The draft with the saved content in the fields for which the reader chose it. */
export function takeTheirs<Mine extends object>(mine: Mine, theirs: Mine, fields: readonly string[]): Mine {
  return { ...mine, ...Object.fromEntries(Object.entries(theirs).filter(([field]) => fields.includes(field))) }
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

// Whether somebody's words are replaced unseen hangs on it, so nobody must be able to make two texts look alike.
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
