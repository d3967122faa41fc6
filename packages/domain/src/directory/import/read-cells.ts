import { type Expertise, type Identifier, type ImportMapping, Profile } from '@kunak/contracts/directory'
import { capacities, deliveries, levels } from '@kunak/contracts/directory'
import { expertiseAreas, type Labelled, languages, legalForms, republics } from '@kunak/vocabulary'
import { countryFrom } from '../countries.ts'
import { checkIdentifier, identifierKey, normaliseIdentifier } from '../identifiers.ts'
import type { ImportedProfile } from './prepared-row.ts'
import { readWebsite } from './read-website.ts'
import type { Note } from './note-into.ts'
import type { Cell } from './read-rows.ts'
import { resolveTerm, splitTerms } from './resolve-terms.ts'

type Cells = (target: string) => readonly Cell[]

/** Every field but names and descriptions from the cells of a row; what cannot be used is noted and left out. */
export function readCells(
  of: Cells,
  note: Note,
  { assumed, now }: { readonly assumed: ImportMapping['expertise']; readonly now: Date },
): Omit<ImportedProfile, 'names' | 'description' | 'safeContact' | 'legalFlags'> {
  return {
    acronym: readLine(of('acronym'), 'acronym', note),
    address: readLine(of('address'), 'address', note),
    legalForm: terms(of('legal_form'), legalForms, note)[0] ?? null,
    foundedYear: readYear(of('founded'), note, now),
    basedIn: readCountry(of('country'), note),
    identifiers: readIdentifiers(of, note),
    worksIn: terms(of('republics'), republics, note).map((republic) => ({ republic, district: '' })),
    languages: terms(of('languages'), languages, note),
    expertise: readExpertise(of('expertise'), assumed, note),
    website: readAddress(of('website'), note),
    contacts: [...readContacts(of('email'), 'email', note), ...readContacts(of('phone'), 'phone', note)].slice(0, 12),
  }
}

const mostCharacters = { acronym: 40, address: 300 } as const

function readLine(cells: readonly Cell[], field: keyof typeof mostCharacters, note: Note): string {
  const [cell] = cells
  if (!cell) return ''
  const parsed = Profile.shape[field].safeParse(cell.text)
  if (parsed.success) return parsed.data
  note(cell.column, 'too_long', { n: mostCharacters[field] })
  return ''
}

/** The codes of every term in the cells, each once, in the order written. */
function terms<Code extends string>(cells: readonly Cell[], vocabulary: readonly Labelled<Code>[], note: Note): Code[] {
  const codes = new Set<Code>()
  for (const { column, text } of cells)
    for (const word of splitTerms(text, (word) => resolveTerm(vocabulary, word))) {
      const code = resolveTerm(vocabulary, word)
      if (code === null) note(column, 'unknown_term', { value: word })
      else codes.add(code)
    }
  return [...codes]
}

function readYear(cells: readonly Cell[], note: Note, now: Date): number | null {
  const [cell] = cells
  if (!cell) return null
  const years = new Set(cell.text.normalize('NFKC').match(/(?<!\d)\d{4}(?!\d)/g) ?? [])
  const year = Number([...years][0])
  if (years.size === 1 && year >= 1800 && year <= now.getUTCFullYear()) return year
  note(cell.column, 'not_a_year')
  return null
}

function readCountry(cells: readonly Cell[], note: Note): string | null {
  const [cell] = cells
  if (!cell) return null
  const codes = new Set<string>()
  for (const { column, text } of cells) {
    const code = countryFrom(text)
    if (code === null) note(column, 'unknown_country', { value: text })
    else codes.add(code)
  }
  if (codes.size > 1) note(cell.column, 'countries_disagree')
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}

const schemes = {
  ogrn: 'RU-OGRN',
  inn: 'RU-INN',
  charity_number: 'GB-CHC',
  georgian_code: 'GE-NAPR',
  other_identifier: 'other',
} as const satisfies Record<string, Identifier['scheme']>

function readIdentifiers(of: Cells, note: Note): Identifier[] {
  const found = new Map<string, Identifier>()
  for (const [target, scheme] of Object.entries(schemes))
    for (const { column, text } of of(target)) {
      const identifier = scheme === 'other' ? { scheme, value: text } : normaliseIdentifier({ scheme, value: text })
      const problem = checkIdentifier(identifier)
      if (problem === 'wrong_check_digit') note(column, 'wrong_check_digit')
      else if (problem !== null || identifier.value.length > 60) note(column, 'not_an_identifier')
      else found.set(identifierKey(identifier), identifier)
    }
  return [...found.values()].slice(0, 10)
}

/** `area`, or `area:level:capacity:delivery` with as many parts as are known; the mapping says what holds for the others. */
function readExpertise(cells: readonly Cell[], assumed: ImportMapping['expertise'], note: Note): Expertise[] {
  const found = new Map<string, Expertise>()
  for (const { column, text } of cells)
    for (const word of splitTerms(text, (word) => resolveTerm(expertiseAreas, word.split(':')[0] ?? ''))) {
      const [areaWord = '', ...details] = word.split(':').map((part) => part.trim())
      const area = resolveTerm(expertiseAreas, areaWord)
      const known = {
        levels: oneOf(levels, details),
        capacities: oneOf(capacities, details),
        deliveries: oneOf(deliveries, details),
      }
      if (area === null || Object.values(known).filter(Boolean).length !== details.length)
        note(column, 'unknown_term', { value: word })
      else
        found.set(area, {
          area,
          level: known.levels ?? assumed.level,
          capacity: known.capacities ?? assumed.capacity,
          until: null,
          delivery: known.deliveries ?? assumed.delivery,
        })
    }
  return [...found.values()]
}

function oneOf<Code extends string>(codes: readonly Code[], words: readonly string[]): Code | undefined {
  return codes.find((code) => words.includes(code))
}

function readAddress(cells: readonly Cell[], note: Note): string {
  const [cell] = cells
  if (!cell) return ''
  const website = readWebsite(cell.text)
  if (website === null) note(cell.column, 'not_a_web_address')
  return website ?? ''
}

const longestContact = 254
const contactForms = { email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u, phone: /^\+?[\d\s()-]{5,25}$/ } as const

function readContacts(cells: readonly Cell[], channel: 'email' | 'phone', note: Note): ImportedProfile['contacts'] {
  const values = new Set<string>()
  for (const { column, text } of cells)
    for (const value of text.split(channel === 'email' ? /[;,\s]+/ : /[;,/\n]+/).map((part) => part.trim()))
      if (value.length <= longestContact && contactForms[channel].test(value)) values.add(value)
      else if (value !== '') note(column, channel === 'email' ? 'not_an_email' : 'not_a_phone')
  return [...values].map((value) => ({ channel, value, audience: 'network' }))
}
