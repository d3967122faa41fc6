import { AlertId } from '@kunak/contracts'
import type { Database } from '../database.ts'
import { type Item, type ItemKey } from '../load-items.ts'
import { queryAll } from '../query-items.ts'

/** The partitions of the index of what time does something to: alerts, and what is kept below them. */
export const dueAlerts = 'due'
export const dueHelp = 'due_help'
const mostAtOnce = 200

/** The keys of what is due by now, the longest overdue first, as the index knows them: what is done about one is decided on the item itself. */
export async function loadDue(database: Database, now: Date, due = dueAlerts): Promise<ItemKey[]> {
  const items = await queryAll(database, 'alerts', {
    IndexName: 'byDue',
    KeyConditionExpression: 'due = :due AND dueAt <= :now',
    ExpressionAttributeValues: { ':due': due, ':now': now.toISOString() },
    Limit: mostAtOnce,
  })
  return items.map(keyOf)
}

/**
 * The alerts to which time does something before a moment, as the index knows them: within the life of an alert from now, all that are out
 * are among them.
 */
export async function listDueAlerts(database: Database, until: Date): Promise<AlertId[]> {
  const items = await queryAll(database, 'alerts', {
    IndexName: 'byDue',
    KeyConditionExpression: 'due = :due AND dueAt <= :until',
    ExpressionAttributeValues: { ':due': dueAlerts, ':until': until.toISOString() },
  })
  return items.flatMap(({ pk, sk }) => (sk === 'STATE' ? (AlertId.safeParse(String(pk).replace(/^ALERT#/, '')).data ?? []) : []))
}

const keyOf = (item: Item): ItemKey => ({ pk: String(item['pk']), sk: String(item['sk']) })
