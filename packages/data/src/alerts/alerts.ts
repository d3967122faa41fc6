import type { AlertId } from '@kunak/contracts'
import { Alert } from '@kunak/contracts/alerts'
import { isOpen, listsOf, nextDueOf } from '@kunak/domain/alerts'
import { commit, type Event, type Saved, type Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import type { Secrets } from '../identity/index.ts'
import { type Item, loadItem, loadItems } from '../load-items.ts'
import { alertKey, alertSubject } from './alert-key.ts'
import { alertListWrites } from './alert-lists.ts'
import { dueAlerts } from './due.ts'
import { statisticsWrites } from './statistics.ts'
import { askAgainWrites } from './help/reminders.ts'

/** What is needed to read and write alerts: they are kept sealed, so that a dump of the store says nothing of them. */
export interface AlertStore {
  readonly database: Database
  readonly secrets: Pick<Secrets, 'seal' | 'unseal'>
}

/** One alert as it is now (strongly consistent), or null. */
export async function loadAlert({ database, secrets }: AlertStore, id: AlertId): Promise<Alert | null> {
  return alertOf(secrets, await loadItem(database, 'alerts', alertKey(id)))
}

/** Many alerts as they are now, in the order asked for; those that are gone are left out. */
export async function loadAlerts({ database, secrets }: AlertStore, ids: readonly AlertId[]): Promise<Alert[]> {
  const items = await loadItems(database, 'alerts', ids.map(alertKey))
  return items.map((item) => alertOf(secrets, item)).filter((alert) => alert !== null)
}

/** The alert that an item holds; throws where its seal or its form is broken. */
export function alertOf(secrets: Pick<Secrets, 'unseal'>, item: Item | undefined): Alert | null {
  return item ? Alert.parse(JSON.parse(secrets.unseal(String(item['sealed'])))) : null
}

/**
 * What writes a new state of an alert, if the state it was decided on is still the stored one, with its places in the lists in which its
 * readers find it, the moment at which time does something to it, and its count where it ends.
 */
export function alertWrites({ database, secrets }: AlertStore, before: Alert | null, after: Alert): Write[] {
  const dueAt = nextDueOf(after)
  const Item = {
    ...alertKey(after.id),
    version: after.version,
    sealed: secrets.seal(JSON.stringify(after)),
    ...(dueAt !== null && { due: dueAlerts, dueAt }),
  }
  return [
    { Put: { TableName: database.tables.alerts, Item, ...isAsRead(before) } },
    ...alertListWrites(database, after.id, {
      before: before && { lists: listsOf(before), isOpen: isOpen(before) },
      after: { lists: listsOf(after), isOpen: isOpen(after) },
    }),
    ...askAgainWrites(database, before, after),
    ...statisticsWrites(database, before, after),
  ]
}

/** Writes a change of an alert, its event, and what goes with it, in one transaction. Refuses when somebody was faster. */
export function saveAlert(
  store: AlertStore,
  now: Date,
  change: {
    readonly before: Alert | null
    readonly after: Alert
    readonly event: Omit<Event, 'subject'>
    readonly also?: readonly Write[]
  },
): Promise<Saved> {
  const { before, after, event, also = [] } = change
  return commit(store.database, now, {
    writes: [...alertWrites(store, before, after), ...also],
    events: [{ ...event, subject: alertSubject(after.id) }],
  })
}
