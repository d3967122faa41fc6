import { type AlertId, NeedId, type PledgeId } from '@kunak/contracts'
import { NeedTally, Pledge } from '@kunak/contracts/alerts'
import { emptyTally, lapsesAt, type PledgeChange } from '@kunak/domain/alerts'
import { commit, type Event, type Saved, type Write } from '../../commit.ts'
import { isAsRead } from '../../conditions.ts'
import type { Database } from '../../database.ts'
import { type Item, loadItem } from '../../load-items.ts'
import { inPartition, queryAll } from '../../query-items.ts'
import { alertKey, alertSubject } from '../alert-key.ts'
import type { AlertStore } from '../alerts.ts'
import { dueHelp } from '../due.ts'
import { keptUntil, traceWrites } from './traces.ts'

const pledgeKey = (alertId: AlertId, id: PledgeId) => ({ pk: alertKey(alertId).pk, sk: `PLEDGE#${id}` })
const tallyKey = (alertId: AlertId, id: NeedId) => ({ pk: alertKey(alertId).pk, sk: `NEED#${id}` })

/** One pledge as it is now (strongly consistent), or null. */
export async function loadPledge({ database, secrets }: AlertStore, alertId: AlertId, id: PledgeId): Promise<Pledge | null> {
  const item = await loadItem(database, 'alerts', pledgeKey(alertId, id))
  return item ? pledgeOf(secrets, item) : null
}

/** All pledges to an alert, oldest first. */
export async function listPledges({ database, secrets }: AlertStore, alertId: AlertId): Promise<Pledge[]> {
  const items = await queryAll(database, 'alerts', inPartition(alertKey(alertId).pk, 'PLEDGE#'))
  return items.map((item) => pledgeOf(secrets, item))
}

const pledgeOf = (secrets: AlertStore['secrets'], { sealed }: Item): Pledge =>
  Pledge.parse(JSON.parse(secrets.unseal(String(sealed))))

/** How much of a need is taken (strongly consistent); nothing where nobody has offered anything. */
export async function loadTally({ database, secrets }: AlertStore, alertId: AlertId, id: NeedId): Promise<NeedTally> {
  return tallyOf(secrets, await loadItem(database, 'alerts', tallyKey(alertId, id)))
}

/** The tallies of all needs of an alert of which something is taken. */
export async function loadTallies({ database, secrets }: AlertStore, alertId: AlertId): Promise<Map<NeedId, NeedTally>> {
  const items = await queryAll(database, 'alerts', inPartition(alertKey(alertId).pk, 'NEED#'))
  return new Map(items.map((item) => [NeedId.parse(String(item['sk']).slice('NEED#'.length)), tallyOf(secrets, item)]))
}

const tallyOf = (secrets: AlertStore['secrets'], item: Item | undefined): NeedTally =>
  item ? NeedTally.parse(JSON.parse(secrets.unseal(String(item['sealed'])))) : emptyTally

/**
 * Writes a change of a pledge, the tally of its need where that changes, and the event in one transaction, if all of it still is as it
 * was read; with `alert`, only while that is as it was read, too: nothing is promised to what has just ended.
 */
export function savePledge(
  store: AlertStore,
  now: Date,
  change: {
    readonly change: Omit<PledgeChange, 'event'> & { readonly event: PledgeChange['event'] | null }
    readonly actor: Event['actor']
    readonly alert?: { readonly id: AlertId; readonly version: number }
  },
): Promise<Saved> {
  const { database } = store
  const { pledge, tally, event } = change.change
  const { alertId, pledgerId: personId } = pledge
  const subject = alertSubject(alertId)
  return commit(database, now, {
    writes: [
      pledgeWrite(store, now, pledge),
      ...(tally ? [tallyWrite(store, now, { alertId, needId: pledge.needId, tally })] : []),
      ...(change.alert ? [alertUnchanged(database, change.alert)] : []),
      ...(pledge.version === 1 ? traceWrites(database, now, { alertId, personId }) : []),
    ],
    events: event ? [{ ...event, subject, actor: change.actor }] : [],
  })
}

/** What writes the next version of a pledge, if the one before is still the stored one, with the moment at which it lapses. */
export function pledgeWrite({ database, secrets }: AlertStore, now: Date, pledge: Pledge): Write {
  const dueAt = lapsesAt(pledge)
  const Item = {
    ...pledgeKey(pledge.alertId, pledge.id),
    version: pledge.version,
    sealed: secrets.seal(JSON.stringify(pledge)),
    expiresAt: keptUntil(now),
    ...(dueAt !== null && { due: dueHelp, dueAt }),
  }
  return { Put: { TableName: database.tables.alerts, Item, ...isAsRead({ version: pledge.version - 1 }) } }
}

/** What writes the next version of a tally, if the one before is still the stored one. */
export function tallyWrite(
  { database, secrets }: AlertStore,
  now: Date,
  { alertId, needId, tally }: { readonly alertId: AlertId; readonly needId: NeedId; readonly tally: NeedTally },
): Write {
  const { version } = tally
  const Item = { ...tallyKey(alertId, needId), version, sealed: secrets.seal(JSON.stringify(tally)), expiresAt: keptUntil(now) }
  return { Put: { TableName: database.tables.alerts, Item, ...isAsRead({ version: version - 1 }) } }
}

/** The condition that an alert still is as it was read. */
function alertUnchanged({ tables }: Database, alert: { readonly id: AlertId; readonly version: number }): Write {
  return { ConditionCheck: { TableName: tables.alerts, Key: alertKey(alert.id), ...isAsRead(alert) } }
}
