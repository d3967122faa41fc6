import { basename } from 'node:path'
import { ok, parseFields, refuse, type Result } from '@kunak/contracts'
import { FileEncoding, ImportFormat, ImportMapping, importStandings, SourceWord } from '@kunak/contracts/directory'
import { sourceFrom } from '@kunak/domain/directory'
import { type UiLocale, uiLocales } from '@kunak/vocabulary'
import { readArguments } from './read-arguments.ts'
import { readJson } from './read-json.ts'

/** What `pnpm kunak import` was asked to do. */
export interface ImportArguments {
  readonly file: string
  readonly format: ImportFormat
  readonly encoding: FileEncoding | undefined
  /** The mapping that was given, or null for a guess. */
  readonly columns: ImportMapping['columns'] | null
  readonly chosen: Partial<Omit<ImportMapping, 'columns' | 'standing'>> & Pick<ImportMapping, 'source'>
  readonly standing: (typeof importStandings)[number]
  readonly isDryRun: boolean
  readonly report: string | undefined
  readonly locale: UiLocale
}

const options = {
  format: { type: 'string' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  report: { type: 'string' },
  standing: { type: 'string' },
  source: { type: 'string' },
  encoding: { type: 'string' },
  language: { type: 'string' },
} as const

/** Reads the arguments; refuses with a sentence about what is wrong with them. */
export async function readImportArguments(args: readonly string[]): Promise<Result<ImportArguments, string>> {
  const parsed = readArguments({ args: [...args], options, allowPositionals: true })
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [file, ...more] = positionals
  if (file === undefined) return refuse('Name the file to import.')
  if (more.length > 0) return refuse('Name one file only.')
  const format = ImportFormat.safeParse(values.format ?? (file.toLowerCase().endsWith('.json') ? 'hsds' : 'csv'))
  if (!format.success) return refuse(`--format is one of: ${ImportFormat.options.join(', ')}.`)
  const encoding = FileEncoding.optional().safeParse(values.encoding)
  if (!encoding.success) return refuse(`--encoding is one of: ${FileEncoding.options.join(', ')}.`)
  const standing = importStandings.find((known) => known === values.standing)
  if (values.standing !== undefined && !standing) return refuse(`--standing is one of: ${importStandings.join(', ')}.`)
  const locale = uiLocales.find((known) => known === (values.language ?? 'en'))
  if (!locale) return refuse(`--language is one of: ${uiLocales.join(', ')}.`)
  const source = SourceWord.safeParse(values.source ?? sourceFrom(basename(file)))
  if (!source.success) return refuse('--source is a word of small Latin letters, figures and hyphens.')
  const mapping = values.mapping === undefined ? ok(null) : await readMapping(values.mapping, source.data)
  if (!mapping.ok) return mapping
  const { columns = null, ...given } = mapping.value ?? { source: source.data }
  return ok({
    file,
    format: format.data,
    encoding: encoding.data,
    columns,
    chosen: { ...given, ...(values.source !== undefined && { source: source.data }) },
    standing: standing ?? 'applicant',
    isDryRun: values['dry-run'] === true,
    report: values.report,
    locale,
  })
}

/** A mapping as it stands in a file; a source that it does not name is the one that was chosen. */
async function readMapping(path: string, source: string): Promise<Result<ImportMapping, string>> {
  const read = await readJson(path, `The mapping ${path}`)
  if (!read.ok) return read
  const json = read.value
  const said = json !== null && typeof json === 'object' && !('source' in json) ? { ...json, source } : json
  const mapping = parseFields(ImportMapping, said, 'en')
  if (mapping.ok) return ok(mapping.value)
  return refuse(
    `The mapping ${path} is not right. ${mapping.refusal.map(({ field, message }) => `${field}: ${message}`).join(' ')}`,
  )
}
