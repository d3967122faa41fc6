import * as z from 'zod'
import { ImportId, OrganisationId } from '../ids.ts'
import { FieldProblem } from '../problem.ts'
import { Moment } from './organisation.ts'

export const importFormats = ['csv', 'hsds'] as const
export const ImportFormat = z.enum(importFormats)
export type ImportFormat = z.infer<typeof ImportFormat>

/** What a column of a CSV file can become. `ignore` leaves it out. */
export const importTargets = [
  'ignore',
  'key',
  'name',
  'name_latin',
  'acronym',
  'description',
  'founded',
  'country',
  'republics',
  'languages',
  'expertise',
  'legal_form',
  'website',
  'ogrn',
  'inn',
  'email',
  'phone',
] as const
export const ImportTarget = z.enum(importTargets)
export type ImportTarget = z.infer<typeof ImportTarget>

/**
 * How the columns of a file become fields. A target that holds text by language names it after a colon: `name:ru`,
 * `description:ar`. Several columns may feed `description`; they are joined by an empty line.
 */
export const ImportMapping = z.strictObject({
  columns: z.record(z.string().max(200), z.string().regex(new RegExp(`^(${importTargets.join('|')})(:[A-Za-z0-9-]{2,35})?$`))),
  /** A word for where the list comes from; together with a row's key it makes a second run find what the first one made. */
  source: z.string().regex(/^[a-z0-9-]{1,60}$/),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const rowOutcomes = ['imported', 'merged', 'unchanged', 'reported'] as const
/** What became of one row. `row` counts as a spreadsheet does: the header is row 1. */
export const RowReport = z.strictObject({
  row: z.int().min(2),
  name: z.string(),
  outcome: z.enum(rowOutcomes),
  organisationId: OrganisationId.optional(),
  /** Why a row was reported, or what in an imported row could not be used and was left out. */
  problems: z.array(FieldProblem),
})
export type RowReport = z.infer<typeof RowReport>

export const ImportReport = z.strictObject({
  rows: z.int(),
  imported: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  reported: z.int(),
  details: z.array(RowReport),
})
export type ImportReport = z.infer<typeof ImportReport>

export const importStates = ['uploaded', 'checked', 'running', 'done'] as const
export const ImportJob = z.strictObject({
  id: ImportId,
  state: z.enum(importStates),
  format: ImportFormat,
  createdAt: Moment,
  fileName: z.string(),
  columns: z.array(z.strictObject({ name: z.string(), sample: z.array(z.string()) })),
  mapping: ImportMapping,
  rows: z.int(),
  /** Rows done so far, while running. */
  done: z.int(),
  report: ImportReport.omit({ details: true }).optional(),
})
export type ImportJob = z.infer<typeof ImportJob>
