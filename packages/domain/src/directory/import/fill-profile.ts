import type { FieldGroup, Profile, RowProblem } from '@kunak/contracts/directory'
import { foldName } from '../fold-name.ts'
import { identifierKey } from '../identifiers.ts'
import { importedAudiences } from './audiences.ts'
import type { ImportedProfile } from './prepared-row.ts'

/** The group of fields whose audience holds for each field. Each contact has an audience of its own. */
const groupOf = {
  names: 'names',
  acronym: 'names',
  description: 'description',
  legalForm: 'registration',
  foundedYear: 'registration',
  basedIn: 'registration',
  identifiers: 'registration',
  address: 'address',
  worksIn: 'work',
  languages: 'work',
  expertise: 'expertise',
  website: 'website',
  safeContact: 'contact',
  legalFlags: 'legalFlags',
} as const satisfies Partial<Record<keyof ImportedProfile, FieldGroup>>
type Field = keyof typeof groupOf

// From narrow to wide, as far as an import may decide: what more people see than an import would show is not its to add to.
const width = { coordinators: 0, organisation: 0, circle: 1, network: 2, public: 3 } as const

/**
 * What a profile becomes when a row is the same organisation: only what was empty is filled, nothing is overwritten, and nothing is
 * added where more people would see it than see an import. `isChanged` is false when the row brings nothing new.
 */
export function fillProfile(
  before: Profile,
  row: ImportedProfile,
): { readonly profile: Profile; readonly isChanged: boolean; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const filled: Partial<Record<keyof ImportedProfile, unknown>> = {}
  const note = (field: string, code: 'kept_existing' | 'would_be_public' | 'too_many', values: RowProblem['values'] = {}) =>
    void problems.push({ field, code, values })
  const offer = (field: Field, value: unknown) => {
    if (width[before.audiences[groupOf[field]]] > width[importedAudiences[groupOf[field]]]) note(field, 'would_be_public')
    else filled[field] = value
  }
  for (const field of ['names', 'description', 'safeContact'] as const) {
    const { added, differs } = newTexts(before[field], row[field])
    if (differs) note(field, 'kept_existing')
    if (Object.keys(added).length > 0) offer(field, { ...before[field], ...added })
  }
  for (const field of ['acronym', 'legalForm', 'foundedYear', 'basedIn', 'address', 'website'] as const) {
    if (isEmpty(row[field]) || row[field] === before[field]) continue
    if (isEmpty(before[field])) offer(field, row[field])
    else note(field, 'kept_existing')
  }
  const lists = [
    ['identifiers', newItems(before.identifiers, row.identifiers, identifierKey), 10],
    ['worksIn', newItems(before.worksIn, row.worksIn, ({ republic }) => republic), 20],
    ['languages', newItems(before.languages, row.languages, String), 30],
    ['expertise', newItems(before.expertise, row.expertise, ({ area }) => area), 40],
    ['legalFlags', newItems(before.legalFlags, row.legalFlags, ({ flag }) => flag), 3],
  ] as const
  for (const [field, added, max] of lists) {
    const room = max - before[field].length
    if (added.length > room) note(field, 'too_many', { n: max })
    if (Math.min(added.length, room) > 0) offer(field, [...before[field], ...added.slice(0, room)])
  }
  const contacts = newItems(before.contacts, row.contacts, ({ channel, value }) => `${channel} ${value}`)
  if (contacts.length > 0) filled.contacts = [...before.contacts, ...contacts].slice(0, 12)
  return { profile: { ...before, ...filled } as Profile, isChanged: Object.keys(filled).length > 0, problems }
}

function newTexts(before: Profile['names'], row: Profile['names']) {
  const known = new Set(Object.values(before).map(foldName))
  const fresh = Object.entries(row).filter(([, text]) => !known.has(foldName(text)))
  return {
    added: Object.fromEntries(fresh.filter(([language]) => before[language] === undefined)),
    differs: fresh.some(([language]) => before[language] !== undefined),
  }
}

function newItems<Item>(before: readonly Item[], row: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const known = new Set(before.map(keyOf))
  return row.filter((item) => !known.has(keyOf(item)))
}

function isEmpty(value: string | number | null): boolean {
  return value === '' || value === null
}
