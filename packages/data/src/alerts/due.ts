import type { AlertId } from '@kunak/contracts'
import type { Database } from '../database.ts'
import { dueBy } from '../due-by.ts'
import { type Item, type ItemKey } from '../load-items.ts'
import { queryAll } from '../query-items.ts'
import { alertIdOf } from './alert-key.ts'

/** The partitions of the index of what time does something to: alerts, and what is kept below them. */
export const dueAlerts = 'due'
export const dueHelp = 'due_help'
const mostAtOnce = 200

/** The keys of what is due by now, the longest overdue first, as the index knows them: what is done about one is decided on the item itself. */
export async function loadDue(database: Database, now: Date, due = dueAlerts): Promise<ItemKey[]> {
  const items = await queryAll(database, 'alerts', { ...dueBy(due, now), Limit: mostAtOnce })
  return items.map(keyOf)
}

/**
 * The alerts to which time does something before a moment, as the index knows them: within the life of an alert from now, all that are out
 * are among them.
 */
export async function listDueAlerts(database: Database, until: Date): Promise<AlertId[]> {
  const items = await queryAll(database, 'alerts', dueBy(dueAlerts, until))
  return items.flatMap(({ pk, sk }) => (sk === 'STATE' ? (alertIdOf(String(pk)) ?? []) : []))
}

const keyOf = (item: Item): ItemKey => ({ pk: String(item['pk']), sk: String(item['sk']) })
