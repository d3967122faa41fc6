import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { OrganisationId } from '@kunak/contracts'
import { type Alert, lifeHours } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import {
  digestBefore,
  isDigestDue,
  isNewBetween,
  isUrgent,
  type Subscriber,
  viewerOfSubscriber,
  waysByDigest,
} from '@kunak/domain/alerts'
import type { Database } from '../database.ts'
import { loadOrganisations } from '../directory/index.ts'
import { hashOf } from '../identity/index.ts'
import { writeAlertLetters } from '../letters/write-alert-letters.ts'
import { loadItem } from '../load-items.ts'
import { type AlertStore, loadAlerts } from './alerts.ts'
import { listDueAlerts } from './due.ts'
import { loadAllSubscribers } from './subscribers.ts'

const clockKey = { pk: 'CLOCK', sk: 'DIGESTS' }
const hourMs = 3_600_000
/** A moment after the full hour: what is found through an index is there by then. */
const settledMs = 60_000
/** If nobody looked for longer, what is older is over. */
const mostHours = lifeHours

/**
 * Writes the digests of every full hour since the last one that was done: to each whose hour has come, one letter about what she has come
 * to read since the digest before and has not been told of. Called every minute; a late one makes up for the hours it missed with one
 * letter each, and one that goes on after another died tells nobody twice. Answers to how many it wrote.
 */
export async function sendDigests(store: AlertStore, now: Date): Promise<number> {
  const { database } = store
  const last = Math.floor((now.getTime() - settledMs) / hourMs) * hourMs
  const done = await loadHourDone(database)
  if (done !== null && done >= last) return 0
  const first = done === null ? last : Math.max(done + hourMs, last - mostHours * hourMs)
  const hours = Array.from({ length: (last - first) / hourMs + 1 }, (_, n) => new Date(first + n * hourMs))
  const written = await writeDigests(store, now, hours)
  await database.client.send(
    new PutCommand({ TableName: database.tables.alerts, Item: { ...clockKey, hour: new Date(last).toISOString() } }),
  )
  return written
}

async function loadHourDone(database: Database): Promise<number | null> {
  const item = await loadItem(database, 'alerts', clockKey)
  return item ? Date.parse(String(item['hour'])) : null
}

async function writeDigests(store: AlertStore, now: Date, hours: readonly Date[]): Promise<number> {
  const { database } = store
  const alerts = await whatCanWait(store, now)
  if (alerts.length === 0) return 0
  const due = (await loadAllSubscribers(database)).flatMap((subscriber) => {
    const span = spanOf(subscriber, hours)
    return span && (subscriber.takesMail || subscriber.takesPush) ? [{ subscriber, span }] : []
  })
  const known = await organisationsOf(
    database,
    due.map(({ subscriber }) => subscriber),
  )
  // Whoever is told of the same alerts is told by the same letters.
  const groups = new Map<string, { readonly alerts: readonly Alert[]; readonly people: Subscriber['personId'][] }>()
  for (const { subscriber, span } of due) {
    const hers = alerts.filter((alert) => isForHer(subscriber, alert, { span, known }))
    if (hers.length === 0) continue
    const key = hers.map(({ id }) => id).join(' ')
    const group = groups.get(key) ?? { alerts: hers, people: [] }
    group.people.push(subscriber.personId)
    groups.set(key, group)
  }
  for (const [key, group] of groups) {
    const about = { why: 'digest', alerts: group.alerts.map(({ id }) => id) } as const
    const event = { subject: `DIGEST#${hours.at(-1)?.toISOString()}`, id: hashOf(key) }
    await writeAlertLetters(database, now, { event, about, people: group.people })
  }
  return [...groups.values()].reduce((sum, { people }) => sum + people.length, 0)
}

/** Alerts that are out and that nobody was told of at once. What is kept from somebody is put to coordinators at once. */
async function whatCanWait(store: AlertStore, now: Date): Promise<Alert[]> {
  const until = new Date(now.getTime() + lifeHours * hourMs)
  const alerts = await loadAlerts(store, await listDueAlerts(store.database, until))
  return alerts.filter((alert) => alert.state === 'active' && !isUrgent(alert.content) && alert.keptFrom === undefined)
}

interface Span {
  readonly after: string
  readonly upTo: string
}

/** From the digest before up to the last one that is due in these hours; null where none is. */
function spanOf({ subscription }: Subscriber, hours: readonly Date[]): Span | null {
  const due = hours.filter((hour) => isDigestDue(subscription, hour))
  const [first, last] = [due[0], due.at(-1)]
  return first && last ? { after: digestBefore(subscription, first).toISOString(), upTo: last.toISOString() } : null
}

async function organisationsOf(
  database: Database,
  subscribers: readonly Subscriber[],
): Promise<Map<OrganisationId, Organisation>> {
  const ids = new Set(subscribers.flatMap(({ organisations }) => organisations))
  return new Map((await loadOrganisations(database, [...ids])).map((one) => [one.id, one]))
}

function isForHer(
  subscriber: Subscriber,
  alert: Alert,
  { span, known }: { readonly span: Span; readonly known: ReadonlyMap<OrganisationId, Organisation> },
): boolean {
  const viewer = viewerOfSubscriber(subscriber, known)
  const { mail, push } = waysByDigest(viewer, subscriber, alert)
  return (mail || push) && isNewBetween(viewer, alert, span)
}
