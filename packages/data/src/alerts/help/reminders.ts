import { type AlertId, PersonId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import { askAgainAt } from '@kunak/domain/alerts'
import { commit, type Event, type Saved, type Write } from '../../commit.ts'
import type { Database } from '../../database.ts'
import { deleteItem } from '../../delete-item.ts'
import { type ItemKey, loadItem } from '../../load-items.ts'
import { alertKey } from '../alert-key.ts'
import { dueHelp } from '../due.ts'
import { keptUntil, traceWrites } from './traces.ts'

const reminderKey = (id: AlertId, personId: PersonId) => ({ pk: alertKey(id).pk, sk: `REMIND#${personId}` })
const askAgainKey = (id: AlertId) => ({ pk: alertKey(id).pk, sk: 'ASK_AGAIN' })

/** When somebody wants to be reminded of an alert (strongly consistent), or null. */
export async function loadReminder(database: Database, id: AlertId, personId: PersonId): Promise<string | null> {
  const item = await loadItem(database, 'alerts', reminderKey(id, personId))
  return item ? String(item['dueAt']) : null
}

/** Notes when somebody wants to be reminded; it replaces what she has said before. */
export function saveReminder(
  database: Database,
  now: Date,
  { alertId, personId, remindAt }: { readonly alertId: AlertId; readonly personId: PersonId; readonly remindAt: string },
): Promise<Saved> {
  const Item = { ...reminderKey(alertId, personId), due: dueHelp, dueAt: remindAt, expiresAt: keptUntil(now) }
  return commit(database, now, {
    writes: [{ Put: { TableName: database.tables.alerts, Item } }, ...traceWrites(database, now, { alertId, personId })],
    events: [],
  })
}

/** Somebody wants no reminder any more. */
export function deleteReminder(database: Database, id: AlertId, personId: PersonId): Promise<void> {
  return deleteItem(database, 'alerts', reminderKey(id, personId))
}

/** Whose reminder an item is; null where it is something else. */
export const reminderOf = ({ sk }: ItemKey): PersonId | null =>
  sk.startsWith('REMIND#') ? (PersonId.safeParse(sk.slice('REMIND#'.length)).data ?? null) : null

/** Whether an item says when those who have not answered are asked once more. */
export const isAskAgain = ({ sk }: ItemKey): boolean => sk === 'ASK_AGAIN'

/**
 * What notes, with a change of an alert, when those who have not answered are asked once more. Only a change of that moment writes it,
 * so that it is done once for each step of the ladder.
 */
export function askAgainWrites({ tables }: Database, before: Alert | null, after: Alert): Write[] {
  const dueAt = askAgainAt(after)
  if (dueAt === (before && askAgainAt(before))) return []
  const Key = askAgainKey(after.id)
  if (dueAt === null) return [{ Delete: { TableName: tables.alerts, Key } }]
  return [{ Put: { TableName: tables.alerts, Item: { ...Key, due: dueHelp, dueAt } } }]
}

/** Ends what was due at a moment, with what it tells, if it is still due then: nothing is told twice. */
export function endDue(
  database: Database,
  now: Date,
  { key, dueAt, event }: { readonly key: ItemKey; readonly dueAt: string; readonly event: Event | null },
): Promise<Saved> {
  const isStillDue = { ConditionExpression: 'dueAt = :dueAt', ExpressionAttributeValues: { ':dueAt': dueAt } }
  return commit(database, now, {
    writes: [{ Delete: { TableName: database.tables.alerts, Key: { ...key }, ...isStillDue } }],
    events: event ? [event] : [],
  })
}
