import { type ImportMapping, ImportMapping as Mapping } from '@kunak/contracts/directory'
import { expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import { countryFrom } from '../countries.ts'
import { foldName } from '../fold-name.ts'
import { scriptOf } from '../script-of.ts'
import { type Heading, headings, languageWords } from './headings.ts'
import type { Table } from './read-table.ts'
import { readWebsite } from './read-website.ts'
import { resolveTerm, splitTerms } from './resolve-terms.ts'
import { tidyCell } from './tidy-cell.ts'

const sampledRows = 300
const severalPerFile = new Set(['name', 'description', 'country', 'email', 'phone', 'republics', 'languages', 'expertise'])

/**
 * A mapping to begin with, from the names of the columns and from what stands in them. A column that is called a term or a country but
 * mostly holds neither is left out: a person chooses better than a wrong guess.
 */
export function guessMapping(table: Table, source: string): ImportMapping {
  const taken = new Set<string>()
  const columns = table.columns.map((column, index): [string, string] => {
    const cells = table.rows
      .slice(0, sampledRows)
      .map((row) => tidyCell(row.cells[index] ?? ''))
      .filter(Boolean)
    const target = headingOf(column, cells) ?? byContent(cells)
    if (target === null || taken.has(target)) return [column, 'ignore']
    if (!severalPerFile.has(target)) taken.add(target)
    return [column, target === 'name' || target === 'description' ? withLanguage(target, column, cells) : target]
  })
  return Mapping.parse({ columns: Object.fromEntries(columns), source })
}

/** What a column's name says it is, by the longest phrase in it, unless what stands in the column is something else. */
function headingOf(column: string, cells: readonly string[]): Heading | null {
  const folded = ` ${foldHeading(column)} `
  let found: Heading | null = null
  let letters = 0
  for (const [heading, phrases] of Object.entries(headings) as [Heading, readonly string[]][])
    for (const phrase of phrases)
      if (phrase.length > letters && folded.includes(` ${phrase} `)) [found, letters] = [heading, phrase.length]
  return found !== null && fits[found](cells) ? found : null
}

function foldHeading(column: string): string {
  return foldName(column.replace(/([a-zа-я])([A-ZА-Я])/g, '$1 $2'))
}

function withLanguage(target: 'name' | 'description', column: string, cells: readonly string[]): string {
  const words = foldHeading(column).split(' ')
  const [language] = Object.entries(languageWords).find(([, names]) => names.some((name) => words.includes(name))) ?? []
  if (language === undefined || cells.length === 0) return target
  const script = new Intl.Locale(language).maximize().script
  return share(cells, (cell) => scriptOf(cell) === script) >= 0.5 ? `${target}:${language}` : target
}

type Fits = (cells: readonly string[]) => boolean
const mostly =
  (test: (cell: string) => boolean): Fits =>
  (cells) =>
    cells.length === 0 || share(cells, test) >= 0.5
const mostlyTerms = (vocabulary: Parameters<typeof resolveTerm>[0]): Fits => {
  const resolve = (word: string) => resolveTerm(vocabulary, word.split(':')[0] ?? '')
  return mostly((cell) => splitTerms(cell, resolve).some((word) => resolve(word) !== null))
}
const mostlyDigits = (least: number) => mostly((cell) => (cell.match(/\p{Nd}/gu)?.length ?? 0) >= least)
const always: Fits = () => true
const fits: Record<Heading, Fits> = {
  key: (cells) => cells.every((cell) => cell.length <= 60 && !cell.includes(' ')),
  name: mostly((cell) => /\p{L}{2}/u.test(cell) && cell.length <= 200),
  acronym: mostly((cell) => cell.length <= 40),
  description: always,
  founded: mostly((cell) => /(?<!\d)(?:18|19|20)\d{2}(?!\d)/.test(cell)),
  country: mostly((cell) => countryFrom(cell) !== null),
  address: always,
  republics: mostlyTerms(republics),
  languages: mostlyTerms(languages),
  expertise: mostlyTerms(expertiseAreas),
  legal_form: mostlyTerms(legalForms),
  website: always,
  ogrn: mostlyDigits(13),
  inn: mostlyDigits(10),
  charity_number: mostlyDigits(6),
  georgian_code: mostlyDigits(9),
  email: mostly((cell) => cell.includes('@')),
  phone: mostly((cell) => /\d{3}/.test(cell)),
}

function byContent(cells: readonly string[]): Heading | null {
  if (cells.length === 0) return null
  if (share(cells, (cell) => cell.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)) >= 0.8) return 'email'
  return share(cells, (cell) => readWebsite(cell) !== null) >= 0.8 ? 'website' : null
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.filter(test).length / cells.length
}
