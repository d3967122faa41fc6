import { ok, type Result } from '@kunak/contracts'
import type { FileProblem } from '@kunak/contracts/directory'
import { planImport } from '@kunak/domain/directory'
import { markChecked } from './change-import.ts'
import { saveCheckReport } from './check-report.ts'
import { type StoredImport, sumsOf } from './import-items.ts'
import { loadImportFile } from './imports.ts'
import { type RowResult, runImport } from './run-import.ts'
import { type ImportWorker, jobMegabytes } from './work-on-import.ts'

/**
 * Decides every row of a file as a run would, changes nothing in the directory, and keeps what it foresees. A file that takes longer
 * than `budgetMs` is checked as far as that; the sums then say how many rows were looked at.
 */
export async function checkImport(
  worker: ImportWorker,
  stored: StoredImport,
  budgetMs: number,
): Promise<Result<StoredImport, FileProblem | { readonly code: 'changed_meanwhile' }>> {
  const { database, now } = worker
  const stop = performance.now() + budgetMs
  const file = await loadImportFile(database, stored)
  const planned = planImport(file, { maxMegabytes: jobMegabytes, mapping: stored.mapping, now: now() })
  if (!planned.ok) return planned
  const results: RowResult[] = []
  const run = { ...worker, actor: stored.createdBy, mapping: stored.mapping, isDryRun: true }
  for await (const result of runImport(run, planned.value)) {
    results.push(result.outcome === 'imported' ? { ...result, organisationId: null } : result)
    if (performance.now() >= stop) break
  }
  await saveCheckReport(database, stored, results)
  const marked = await markChecked(database, stored, sumsOf(results))
  return marked.ok ? ok(marked.value) : marked
}
