import { ImportId, Moment, OrganisationId, Actor } from '@kunak/contracts'
import {
  FileEncoding,
  ImportFormat,
  type ImportJob,
  ImportMapping,
  ImportSums,
  importStates,
  RowOutcome,
  RowProblem,
} from '@kunak/contracts/directory'
import * as z from 'zod'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import type { RowResult } from './run-import.ts'

/** How long a file and everything about it is kept. */
const keptDays = 7

export const imports = 'IMPORTS'
export const jobKey = (id: ImportId) => ({ pk: imports, sk: id })
export const importPartition = (id: ImportId) => `IMPORT#${id}`
export const chunkKey = (id: ImportId, index: number) => ({
  pk: importPartition(id),
  sk: `CHUNK#${String(index).padStart(4, '0')}`,
})
export const rowKey = (id: ImportId, row: number) => ({ pk: importPartition(id), sk: `ROW#${String(row).padStart(6, '0')}` })

/** An import as it is stored: the job that people see, and what its workers need. */
export const StoredImport = z.object({
  sk: ImportId,
  state: z.enum(importStates),
  format: ImportFormat,
  encoding: FileEncoding.optional(),
  fileName: z.string(),
  createdAt: Moment,
  createdBy: Actor.nullable(),
  columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()) })),
  mapping: ImportMapping,
  rows: z.int(),
  chunks: z.int(),
  sums: ImportSums.optional(),
  /** Until when a worker has the job for itself, and which one. */
  claimedUntil: Moment.optional(),
  claim: z.string().optional(),
  /** Grows with every change of the job. */
  version: z.int(),
  expiresAt: z.int(),
})
export type StoredImport = z.infer<typeof StoredImport>

export function jobOf(stored: StoredImport): ImportJob {
  const { sk, state, format, createdAt, fileName, columns, mapping, rows, sums } = stored
  const done = state === 'running' || state === 'done' ? (sums?.rows ?? 0) : 0
  return { id: sk, state, format, createdAt, fileName, columns, mapping, rows, done, ...(sums && { sums }) }
}

const StoredRow = z.object({
  row: z.int(),
  name: z.string(),
  outcome: RowOutcome,
  organisationId: OrganisationId.nullable(),
  problems: z.array(RowProblem),
})
export function rowOf(item: unknown): RowResult {
  return StoredRow.parse(item)
}

/** The record of a row, written once; a second worker that comes to the same row is turned away by it. */
export function rowWrite(database: Database, job: Pick<StoredImport, 'sk' | 'expiresAt'>, result: RowResult): Write {
  return {
    Put: {
      TableName: database.tables.directory,
      Item: { ...rowKey(job.sk, result.row), ...result, expiresAt: job.expiresAt },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}

/** The sums of what has been done. */
export function sumsOf(results: Iterable<Pick<RowResult, 'outcome'>>): ImportSums {
  const sums = { rows: 0, imported: 0, merged: 0, unchanged: 0, reported: 0 }
  for (const { outcome } of results) {
    sums.rows += 1
    sums[outcome] += 1
  }
  return sums
}

/** Seconds since 1970 at which what is stored now is forgotten. */
export function expiryFrom(now: Date): number {
  return Math.floor(now.getTime() / 1000) + keptDays * 86_400
}
