import type { AlertId } from '@kunak/contracts'
import type { Database } from '../database.ts'
import { deleteItem } from '../delete-item.ts'
import { inPartition, queryItems } from '../query-items.ts'
import { alertKey } from './alert-key.ts'
import { traceOf } from './help/traces.ts'

/** Deletes everything that is kept below an alert: who answered, who pledged what, what they wrote to each other. */
export async function forgetAnswers(database: Database, id: AlertId): Promise<void> {
  const { pk, sk: state } = alertKey(id)
  for await (const item of queryItems(database, 'alerts', inPartition(pk))) {
    const sk = String(item['sk'])
    if (sk === state) continue
    const traces = sk.startsWith('PERSON#') ? [traceOf(sk, id)] : []
    for (const key of [...traces, { pk, sk }]) await deleteItem(database, 'alerts', key)
  }
}
