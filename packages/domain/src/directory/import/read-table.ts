import { ok, refuse, type Result } from '@kunak/contracts'
import type { FileProblem } from '@kunak/contracts/directory'
import { type CsvError, parse } from 'csv-parse/sync'

/** A CSV file as a table. `row` counts as a spreadsheet does; rows without anything in them are left out. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

const maxColumns = 200
export const maxRows = 20_000
export const maxCellCharacters = 100_000
const maxHeaderCharacters = 100

/** Reads CSV (RFC 4180, divided by comma, semicolon or tab). Refuses a broken file with the row and column to look at. */
export function readTable(text: string): Result<Table, FileProblem> {
  const records = recordsOf(text)
  if (!records.ok) return records
  const rows = records.value.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => cells.some(isFilled))
  const [header, ...body] = rows
  if (!header) return refuse({ code: 'empty_file', values: {} })
  const long = rows.flatMap(({ row, cells }) => {
    const column = cells.findIndex((cell) => cell.length > maxCellCharacters) + 1
    return column > 0 ? [{ row, column }] : []
  })[0]
  if (long) return refuse({ code: 'cell_too_long', values: { ...long, n: maxCellCharacters } })
  const columns = namesOfColumns(header, body)
  if (!columns.ok) return columns
  if (body.length === 0) return refuse({ code: 'no_rows', values: {} })
  if (body.length > maxRows) return refuse({ code: 'too_many_rows', values: { n: maxRows } })
  const width = columns.value.length
  // A spreadsheet writes empty cells after the last column; only cells with something in them show that a row has slipped.
  return ok({
    columns: columns.value,
    rows: body.map(({ row, cells }) => ({ row, cells: cells.slice(width).some(isFilled) ? cells : cells.slice(0, width) })),
  })
}

function recordsOf(text: string): Result<string[][], FileProblem> {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 0,
    })
    return ok(records)
  } catch (error) {
    const { code, records, index } = error as CsvError & { records?: number; index?: number }
    const values = { row: (records ?? 0) + 1, column: (index ?? 0) + 1 }
    if (code === 'CSV_QUOTE_NOT_CLOSED') return refuse({ code: 'unclosed_quote', values })
    if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE') return refuse({ code: 'stray_quote', values })
    throw error
  }
}

/** Comma, semicolon or tab: the one that stands most often in the first line that has any text, outside of quotation marks. */
function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  let hasText = false
  for (const character of text.slice(0, maxCellCharacters)) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
    else if (character !== '\n') hasText ||= character.trim() !== ''
    else if (hasText) break
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

function namesOfColumns({ row, cells }: Table['rows'][number], body: Table['rows']): Result<readonly string[], FileProblem> {
  const names = cells.map((cell) => cell.trim())
  while (names.at(-1) === '' && !body.some((other) => isFilled(other.cells[names.length - 1] ?? ''))) names.pop()
  if (names.length > maxColumns) return refuse({ code: 'too_many_columns', values: { row, n: maxColumns } })
  if (names.some(looksLikeData)) return refuse({ code: 'no_header', values: { row } })
  const seen = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const column = index + 1
    if (name === '') return refuse({ code: 'unnamed_column', values: { row, column } })
    if (name.length > maxHeaderCharacters) return refuse({ code: 'long_header', values: { row, column, n: maxHeaderCharacters } })
    const first = seen.get(name)
    if (first !== undefined) return refuse({ code: 'same_header', values: { row, first, column, name } })
    seen.set(name, column)
  }
  return ok(names)
}

// Addresses, dates and long numbers stand in rows, never in the names of columns.
function looksLikeData(name: string): boolean {
  if (name.length > maxHeaderCharacters) return false
  return /^(?:https?:\/\/|www\.)|^[^\s@]+@[^\s@]+\.[^\s@]+$|^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{4}$|^\+?\d{5,}$/.test(
    name,
  )
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}
