import * as z from 'zod'
import { ImportId, OrganisationId } from '../ids.ts'
import { FieldProblem } from '../problem.ts'
import { Moment } from '../moment.ts'
import { Capacity, Delivery, Level } from './organisation.ts'

export const ImportFormat = z.enum(['csv', 'hsds'])
export type ImportFormat = z.infer<typeof ImportFormat>

/** Encodings that a file may be declared to be in; without a declaration it is UTF-8, or UTF-16 with its byte order mark. */
export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'] as const
export const FileEncoding = z.enum(fileEncodings)
export type FileEncoding = z.infer<typeof FileEncoding>

/** The largest file that the web takes, in MB of 1,000,000 bytes. */
export const importMegabytes = 5

/** What a column of a CSV file can become. `ignore` leaves it out. */
export const importTargets = [
  'ignore',
  'key',
  'name',
  'acronym',
  'description',
  'founded',
  'country',
  'address',
  'republics',
  'languages',
  'expertise',
  'legal_form',
  'website',
  'ogrn',
  'inn',
  'charity_number',
  'georgian_code',
  'other_identifier',
  'email',
  'phone',
] as const
export const ImportTarget = z.enum(importTargets)
export type ImportTarget = z.infer<typeof ImportTarget>

/** A target as it stands in a mapping: `name` and `description` may say their language after a colon, as in `name:ru`. */
const ColumnTarget = z
  .string()
  .regex(new RegExp(`^(${importTargets.join('|')}|(name|description):[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)$`))

/** A word for where a list comes from. */
export const SourceWord = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** How the operator's own import may list a new organisation; what comes in by the web is an applicant, because vetting takes two people. */
export const importStandings = ['applicant', 'vetted'] as const

/**
 * How the columns of a file become fields. Several columns may feed `name` (one name for each language) and `description` (joined by
 * an empty line). A name without a language is filed under the one its script and words show, else under `und`.
 */
export const ImportMapping = z.strictObject({
  columns: z.record(z.string().max(200), ColumnTarget),
  /** Together with a row's key it lets a later run find what an earlier one made. */
  source: SourceWord,
  standing: z.literal('applicant').default('applicant'),
  /** What is said of an area of expertise whose cell names nothing but the area. */
  expertise: z
    .strictObject({ level: Level, capacity: Capacity, delivery: Delivery })
    .default({ level: 'can_support', capacity: 'limited', delivery: 'both' }),
})
export type ImportMapping = z.infer<typeof ImportMapping>

export const rowOutcomes = ['imported', 'merged', 'unchanged', 'reported'] as const
export const RowOutcome = z.enum(rowOutcomes)
export type RowOutcome = z.infer<typeof RowOutcome>

/** What became of one row. `row` counts as a spreadsheet does, with the header as row 1; in HSDS it is the entry's place from 1. */
const RowReport = z.strictObject({
  row: z.int().min(1),
  name: z.string(),
  outcome: RowOutcome,
  organisationId: OrganisationId.optional(),
  /** Why a row was reported or merged, and what in a row that was taken in could not be used. */
  problems: z.array(FieldProblem),
})

/** The sums of a run; `imported + merged + unchanged + reported = rows`. */
export const ImportSums = z.strictObject({
  rows: z.int(),
  imported: z.int(),
  merged: z.int(),
  unchanged: z.int(),
  reported: z.int(),
})
export type ImportSums = z.infer<typeof ImportSums>

export const ImportReport = z.strictObject({ ...ImportSums.shape, details: z.array(RowReport) })
export type ImportReport = z.infer<typeof ImportReport>

/** `uploaded → checked → running → done`; a new mapping takes a checked file back to `uploaded`. */
export const importStates = ['uploaded', 'checked', 'running', 'done'] as const
export const ImportJob = z.strictObject({
  id: ImportId,
  state: z.enum(importStates),
  format: ImportFormat,
  createdAt: Moment,
  fileName: z.string(),
  /** The file's columns with what stands in the first rows, to choose by; empty for HSDS, which needs no mapping. */
  columns: z.array(z.strictObject({ name: z.string(), sample: z.array(z.string()) })),
  mapping: ImportMapping,
  rows: z.int(),
  /** Rows done so far, while running. */
  done: z.int(),
  /** What the check foresees, or what the run has done so far. */
  sums: ImportSums.optional(),
})
export type ImportJob = z.infer<typeof ImportJob>

export const ImportJobs = z.strictObject({ imports: z.array(ImportJob) })
export type ImportJobs = z.infer<typeof ImportJobs>

/** Which rows of a report are asked for. `after` is the last row of the page before. */
export const ReportQuery = z.strictObject({
  outcome: RowOutcome.optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ReportQuery = z.infer<typeof ReportQuery>

/** One page of a report; `next` is the `after` of the page that follows, null on the last one. */
export const ReportPage = z.strictObject({ rows: z.array(RowReport), next: z.int().nullable() })
export type ReportPage = z.infer<typeof ReportPage>
