import { planImport } from '@kunak/domain/directory'
import { claimImport, releaseImport } from './change-import.ts'
import { importRows, loadImportRow } from './import-report.ts'
import { rowWrite, type StoredImport, sumsOf } from './import-items.ts'
import { loadImportFile } from './imports.ts'
import { type ImportRun, type RowResult, runImport } from './run-import.ts'

export type ImportWorker = Pick<ImportRun, 'database' | 'search' | 'now' | 'newId' | 'doNotListKey'>

/** The largest file that an import job ever holds, whatever the door lets in. */
export const jobMegabytes = 5

/**
 * Works on a running import for at most `budgetMs`, then gives it back with its progress; the clock's worker goes on with what is left.
 * Null when another worker has it. A worker that dies loses nothing: each row it finished is recorded with what it wrote.
 */
export async function workOnImport(worker: ImportWorker, stored: StoredImport, budgetMs: number): Promise<StoredImport | null> {
  const { database, now, newId } = worker
  const stop = performance.now() + budgetMs
  const claimed = await claimImport(database, stored, { now: now(), claim: newId() })
  if (!claimed) return null
  const { mapping } = claimed
  const planned = planImport(await loadImportFile(database, claimed), {
    maxMegabytes: jobMegabytes,
    mapping,
    now: new Date(claimed.createdAt),
  })
  if (!planned.ok) throw new Error(`A checked file could not be read again: ${planned.refusal.code}.`)
  const done = new Map<number, RowResult>()
  for await (const result of importRows(database, claimed.sk)) done.set(result.row, result)
  const run: ImportRun = {
    ...worker,
    actor: claimed.createdBy,
    mapping,
    isDryRun: false,
    record: (result) => [rowWrite(database, claimed, result)],
    recorded: (row) => loadImportRow(database, claimed.sk, row),
  }
  for await (const result of runImport(run, planned.value, done)) {
    done.set(result.row, result)
    if (performance.now() >= stop) break
  }
  return releaseImport(database, claimed, { now: now(), sums: sumsOf(done.values()) })
}
