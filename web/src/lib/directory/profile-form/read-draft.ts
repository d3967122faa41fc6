import { fieldGroups } from '@kunak/contracts/directory'
import { formText, formTexts } from '#lib/form-text.ts'
import { type ProfileDraft, type Row, rowFields, type RowGroup, type Words } from './profile-draft.ts'

/**
 * Reads a draft out of a sent form, whose field names are JSON pointers into the profile (`/expertise/0/area`). Rows in which
 * nothing was written are left out, so that a pointer of the API's answer and a row of the form shown again agree.
 */
export function readDraft(form: FormData): ProfileDraft {
  const text = (name: string) => formText(form, name)
  return {
    names: wordsOf(form, 'names'),
    acronym: text('/acronym'),
    description: wordsOf(form, 'description'),
    legalForm: text('/legalForm'),
    foundedYear: text('/foundedYear'),
    basedIn: text('/basedIn'),
    identifiers: rowsOf(form, 'identifiers'),
    address: text('/address'),
    worksIn: rowsOf(form, 'worksIn'),
    languages: formTexts(form, '/languages'),
    expertise: rowsOf(form, 'expertise'),
    website: text('/website'),
    contacts: rowsOf(form, 'contacts'),
    safeContact: wordsOf(form, 'safeContact'),
    legalFlags: rowsOf(form, 'legalFlags'),
    audiences: Object.fromEntries(fieldGroups.map((group) => [group, text(`/audiences/${group}`)])) as ProfileDraft['audiences'],
  }
}

const mostRows = 200
const ownLanguages = ['ru', 'en']

/** Texts by language: first those of the site's own languages, written or not, so that the form keeps its shape. */
function wordsOf(form: FormData, group: 'names' | 'description' | 'safeContact'): Words[] {
  const rows = rowsOf(form, group)
  const own = ownLanguages.map((tag) => rows.find((row) => row.tag === tag) ?? { tag, text: '' })
  return [...own, ...rows.filter((row) => !own.includes(row))]
}

function rowsOf<Group extends RowGroup>(form: FormData, group: Group): Row<Group>[] {
  const fields: readonly string[] = rowFields[group]
  const numbers = new Set<number>()
  for (const name of form.keys()) {
    const [, first, row] = name.split('/')
    if (first === group && /^\d{1,3}$/.test(row ?? '')) numbers.add(Number(row))
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .slice(0, mostRows)
    .map((number) => Object.fromEntries(fields.map((field) => [field, formText(form, `/${group}/${number}/${field}`)])))
    .filter((row) => isWritten(group, row)) as Row<Group>[]
}

function isWritten(group: RowGroup, row: Record<string, string>): boolean {
  if (group === 'worksIn') return row.republic !== '' || row.district !== ''
  return row[rowFields[group][0]] !== ''
}
