import { type ImportMapping, Profile, type RowProblem } from '@kunak/contracts/directory'
import { languageOf } from '../language-of.ts'
import { emptyProfile } from '../empty-profile.ts'
import { readCells } from './read-cells.ts'
import { readNames } from './read-names.ts'
import { type Note, noteInto } from './note-into.ts'
import { prepareRow } from './prepare-row.ts'
import type { PreparedRow } from './prepared-row.ts'
import type { Table } from './read-table.ts'
import { tidyCell } from './tidy-cell.ts'

/** A cell of a row that has something in it, with the target its column was given. */
export interface Cell {
  readonly column: string
  readonly target: string
  /** The language that the mapping names, or null. */
  readonly language: string | null
  readonly text: string
}

/** Every row of a table as an organisation, by a mapping whose columns are those of the table. */
export function readRows(table: Table, mapping: ImportMapping, now: Date): PreparedRow[] {
  const targets = new Map(Object.entries(mapping.columns))
  const columns = table.columns.map((column) => {
    const [target = 'ignore', language = null] = targets.get(column)?.split(':') ?? []
    return { column, target, language }
  })
  return table.rows.map(({ row, cells }) => {
    if (cells.length !== columns.length) return slippedRow({ row, cells, columns: columns.length, now })
    const filled = columns
      .map((column, index): Cell => ({ ...column, text: tidyCell(cells[index] ?? '') }))
      .filter(({ target, text }) => target !== 'ignore' && text !== '')
    return readRow(row, filled, { mapping, now })
  })
}

function readRow(
  row: number,
  cells: readonly Cell[],
  { mapping, now }: { readonly mapping: ImportMapping; readonly now: Date },
): PreparedRow {
  const problems: RowProblem[] = []
  const isCountryAsked = Object.values(mapping.columns).includes('country')
  const note = noteInto(problems)
  const of = (target: string) => cells.filter((cell) => cell.target === target)
  if (isCountryAsked && of('country').length === 0) note('', 'no_country')
  const profile = {
    ...emptyProfile,
    names: readNames(of('name'), note),
    description: readDescription(of('description'), note),
    ...readCells(of, note, { assumed: mapping.expertise, now }),
  }
  return prepareRow({ row, key: of('key')[0]?.text ?? '', profile, problems, now })
}

/** Texts by language, in the order of the columns; a text that no longer fits is left out whole, never cut. */
function readDescription(cells: readonly Cell[], note: Note): Record<string, string> {
  const maxCharacters = 4000
  const byLanguage: Record<string, string> = {}
  for (const { column, text, language } of cells) {
    const tag = language ?? languageOf(text)
    const joined = byLanguage[tag] === undefined ? text : `${byLanguage[tag]}\n\n${text}`
    const fits = Profile.shape.description.safeParse({ [tag]: joined })
    if (fits.success) byLanguage[tag] = joined
    else note(column, 'too_long', { n: maxCharacters })
  }
  return byLanguage
}

function slippedRow(slipped: {
  readonly row: number
  readonly cells: readonly string[]
  readonly columns: number
  readonly now: Date
}): PreparedRow {
  const { row, cells, columns, now } = slipped
  const refusal = { field: '', code: 'wrong_number_of_cells', values: { cells: cells.length, columns } } as const
  const key = `slipped-${cells.join('\u001f').slice(0, 100)}`
  return prepareRow({ row, key, profile: emptyProfile, problems: [], refusal, now })
}
