import { gunzipSync, gzipSync } from 'node:zlib'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { importPartition, rowOf, type StoredImport } from './import-items.ts'
import type { RowResult } from './run-import.ts'

const pieceBytes = 350_000
const pieceKey = ({ sk }: StoredImport, index: number) => ({
  pk: importPartition(sk),
  sk: `CHECK#${String(index).padStart(4, '0')}`,
})

/** Keeps what a check foresaw, packed, so that it can be paged through without checking again. */
export async function saveCheckReport(database: Database, stored: StoredImport, results: readonly RowResult[]): Promise<void> {
  const packed = gzipSync(JSON.stringify(results))
  const pieces = Math.ceil(packed.length / pieceBytes)
  for (let index = 0; index < pieces; index += 1) {
    const bytes = packed.subarray(index * pieceBytes, (index + 1) * pieceBytes)
    const Item = { ...pieceKey(stored, index), bytes, pieces, expiresAt: stored.expiresAt }
    await database.client.send(new PutCommand({ TableName: database.tables.directory, Item }))
  }
}

/** What the last check foresaw. */
export async function loadCheckReport(database: Database, stored: StoredImport): Promise<RowResult[]> {
  const found: Uint8Array[] = []
  let pieces = 1
  for (let index = 0; index < pieces; index += 1) {
    const Key = pieceKey(stored, index)
    const item = await loadItem(database, 'directory', Key)
    if (!(item?.['bytes'] instanceof Uint8Array)) return []
    found.push(item['bytes'])
    pieces = Number(item['pieces'])
  }
  const rows: unknown = JSON.parse(gunzipSync(Buffer.concat(found)).toString())
  return Array.isArray(rows) ? rows.map(rowOf) : []
}
