import { CheckInId, type PersonId } from '@kunak/contracts'
import { CheckIn, checkInDays } from '@kunak/contracts/alerts'
import { nextDueOfCheckIn } from '@kunak/domain/alerts'
import { commit, type Event, type Saved, type Write } from '../../commit.ts'
import { isAsRead } from '../../conditions.ts'
import { isStillKept, type Item, loadItem, loadItems } from '../../load-items.ts'
import { inPartition, queryAll } from '../../query-items.ts'
import type { AlertStore } from '../alerts.ts'

/** Check-ins wait in a partition of the index of their own, so that nothing else that is due stands before them. */
export const dueCheckIns = 'check-ins'

/** How events and items name a check-in. */
export const checkInSubject = (id: CheckInId): string => `CHECK_IN#${id}`

const checkInKey = (id: CheckInId) => ({ pk: checkInSubject(id), sk: 'STATE' })
const ownKey = (ownerId: PersonId, id: CheckInId | '') => ({ pk: `PERSON#${ownerId}`, sk: `CHECK_IN#${id}` })

/** One check-in as it is now (strongly consistent), or null; one whose time is over is not there, though it may not be purged yet. */
export async function loadCheckIn(store: AlertStore, now: Date, id: CheckInId): Promise<CheckIn | null> {
  return checkInOf(store, now, await loadItem(store.database, 'alerts', checkInKey(id)))
}

/** All of somebody's check-ins, newest first. */
export async function listCheckIns(store: AlertStore, now: Date, ownerId: PersonId): Promise<CheckIn[]> {
  const { pk, sk } = ownKey(ownerId, '')
  const own = await queryAll(store.database, 'alerts', { ...inPartition(pk, sk), ScanIndexForward: false })
  const keys = own.map((item) => checkInKey(CheckInId.parse(String(item['sk']).slice(sk.length))))
  const items = await loadItems(store.database, 'alerts', keys)
  return items.flatMap((item) => checkInOf(store, now, item) ?? [])
}

/** The check-in that an item holds; throws where its seal or its form is broken. */
function checkInOf({ secrets }: AlertStore, now: Date, item: Item | undefined): CheckIn | null {
  return item && isStillKept(item, now) ? CheckIn.parse(JSON.parse(secrets.unseal(String(item['sealed'])))) : null
}

/** What writes a new state of a check-in, if the one it was decided on is still the stored one. After its end it is kept for a month. */
function checkInWrites({ database, secrets }: AlertStore, before: CheckIn | null, after: CheckIn): Write[] {
  const TableName = database.tables.alerts
  const dueAt = nextDueOfCheckIn(after)
  const endedAt = after.ended?.at ?? after.raised?.at
  const kept = endedAt === undefined ? {} : { expiresAt: Math.ceil(Date.parse(endedAt) / 1000) + checkInDays * 86_400 }
  const Item = {
    ...checkInKey(after.id),
    version: after.version,
    sealed: secrets.seal(JSON.stringify(after)),
    ...(dueAt !== null && { due: dueCheckIns, dueAt }),
    ...kept,
  }
  return [
    { Put: { TableName, Item, ...isAsRead(before) } },
    { Put: { TableName, Item: { ...ownKey(after.ownerId, after.id), ...kept } } },
  ]
}

export interface CheckInSaved {
  readonly before: CheckIn | null
  readonly after: CheckIn
  /** What happened to the check-in, and to whatever is written with it. */
  readonly events: readonly Event[]
  readonly also?: readonly Write[]
}

/** Writes a change of a check-in with its events and what goes with it in one transaction. Refuses when somebody was faster. */
export function saveCheckIn(store: AlertStore, now: Date, { before, after, events, also = [] }: CheckInSaved): Promise<Saved> {
  return commit(store.database, now, { writes: [...checkInWrites(store, before, after), ...also], events })
}

/** Takes check-ins out of the store as if they had never been. */
export async function forgetCheckIns(
  { database }: Pick<AlertStore, 'database'>,
  now: Date,
  gone: readonly Pick<CheckIn, 'id' | 'ownerId'>[],
): Promise<void> {
  const TableName = database.tables.alerts
  for (const { id, ownerId } of gone) {
    const writes = [checkInKey(id), ownKey(ownerId, id)].map((Key): Write => ({ Delete: { TableName, Key } }))
    const done = await commit(database, now, { writes, events: [] })
    if (!done.ok) throw new Error('A check-in changed while it was being forgotten.')
  }
}
