import { ok, type Result } from '@kunak/contracts'
import { type FileEncoding, type FileProblem, type ImportFormat, ImportMapping } from '@kunak/contracts/directory'
import { checkMapping } from './check-mapping.ts'
import { decodeFile } from './decode-file.ts'
import { guessMapping } from './guess-mapping.ts'
import { type PlannedRow, planRows } from './plan-rows.ts'
import { readHsds } from './read-hsds.ts'
import { readRows } from './read-rows.ts'
import { readTable } from './read-table.ts'

/** A file as somebody brought it. */
export interface ImportFile {
  readonly bytes: Uint8Array
  readonly format: ImportFormat
  readonly encoding?: FileEncoding | undefined
}

/** What a file is found to hold before anything is decided about it. */
export interface ImportOutline {
  readonly columns: readonly { readonly name: string; readonly sample: string[] }[]
  readonly mapping: ImportMapping
  readonly rows: number
}

const samples = 3
const sampleCharacters = 40

/** Reads a file as far as needed to choose a mapping: its columns with samples, a guess, the number of rows. */
export function outlineImport(
  file: ImportFile,
  context: { readonly maxMegabytes: number; readonly source: string; readonly now: Date },
): Result<ImportOutline, FileProblem> {
  const text = decodeFile(file.bytes, { maxMegabytes: context.maxMegabytes, encoding: file.encoding })
  if (!text.ok) return text
  if (file.format === 'hsds') {
    const rows = readHsds(text.value, context.now)
    const mapping = ImportMapping.parse({ columns: {}, source: context.source })
    return rows.ok ? ok({ columns: [], mapping, rows: rows.value.length }) : rows
  }
  const table = readTable(text.value)
  if (!table.ok) return table
  const columns = table.value.columns.map((name, index) => {
    const cells = table.value.rows.map(({ cells }) => cells[index]?.trim() ?? '')
    return {
      name,
      sample: cells
        .filter(Boolean)
        .slice(0, samples)
        .map((cell) => cell.slice(0, sampleCharacters).toWellFormed()),
    }
  })
  return ok({ columns, mapping: guessMapping(table.value, context.source), rows: table.value.rows.length })
}

/** Every row of a file by its mapping, compared with the rows above it. */
export function planImport(
  file: ImportFile,
  context: { readonly maxMegabytes: number; readonly mapping: ImportMapping; readonly now: Date },
): Result<PlannedRow[], FileProblem> {
  const text = decodeFile(file.bytes, { maxMegabytes: context.maxMegabytes, encoding: file.encoding })
  if (!text.ok) return text
  if (file.format === 'hsds') {
    const rows = readHsds(text.value, context.now)
    return rows.ok ? ok(planRows(rows.value)) : rows
  }
  const table = readTable(text.value)
  if (!table.ok) return table
  const mapping = checkMapping(table.value, context.mapping)
  return mapping.ok ? ok(planRows(readRows(table.value, mapping.value, context.now))) : mapping
}

/** A word for a list's source, made from the name of its file. */
export function sourceFrom(fileName: string): string {
  const word = fileName
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return word || 'list'
}
