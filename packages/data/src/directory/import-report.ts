import type { ImportId } from '@kunak/contracts'
import type { ReportQuery } from '@kunak/contracts/directory'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { queryItems } from '../query-items.ts'
import { loadCheckReport } from './check-report.ts'
import { importPartition, rowKey, rowOf, type StoredImport } from './import-items.ts'
import type { RowResult } from './run-import.ts'

/** The record of one row, or null while it has none. */
export async function loadImportRow(database: Database, id: ImportId, row: number): Promise<RowResult | null> {
  const item = await loadItem(database, 'directory', rowKey(id, row))
  return item ? rowOf(item) : null
}

/** A page of what a check foresees or a run has done; with an outcome, only rows of that outcome. */
export async function readReport(database: Database, stored: StoredImport, { outcome, after, limit }: ReportQuery) {
  const isForeseen = stored.state === 'uploaded' || stored.state === 'checked'
  const rows = isForeseen ? await loadCheckReport(database, stored) : importRows(database, stored.sk, after)
  const found: RowResult[] = []
  for await (const result of rows) {
    if (result.row <= after || (outcome !== undefined && result.outcome !== outcome)) continue
    if (found.length === limit) return { rows: found, next: found.at(-1)?.row ?? null }
    found.push(result)
  }
  return { rows: found, next: null }
}

/** The recorded rows of an import after one of them, in order. */
export async function* importRows(database: Database, id: ImportId, after = 0): AsyncGenerator<RowResult, void, undefined> {
  const query = {
    KeyConditionExpression: 'pk = :import AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':import': importPartition(id),
      ':first': rowKey(id, after + 1).sk,
      ':last': rowKey(id, 999_999).sk,
    },
  }
  for await (const item of queryItems(database, 'directory', query)) yield rowOf(item)
}
