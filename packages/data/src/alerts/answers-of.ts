import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import type { AlertId } from '@kunak/contracts'
import type { Database } from '../database.ts'
import { inPartition, queryItems } from '../query-items.ts'
import { alertKey } from './alert-key.ts'
import { traceOf } from './help/traces.ts'

/** How many people have said that they can help with an alert (strongly consistent). */
export async function countCanHelp(database: Database, id: AlertId): Promise<number> {
  let count = 0
  for await (const item of queryItems(database, 'alerts', inPartition(alertKey(id).pk, 'ACK#')))
    if (item['answer'] === 'can_help') count += 1
  return count
}

/** Deletes everything that is kept below an alert: who answered, who pledged what, what they wrote to each other. */
export async function forgetAnswers(database: Database, id: AlertId): Promise<void> {
  const { pk, sk: state } = alertKey(id)
  for await (const { sk } of queryItems(database, 'alerts', inPartition(pk))) {
    if (sk === state) continue
    const traces = String(sk).startsWith('PERSON#') ? [traceOf(String(sk), id)] : []
    for (const Key of [...traces, { pk, sk }])
      await database.client.send(new DeleteCommand({ TableName: database.tables.alerts, Key }))
  }
}
