import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { PersonId } from '@kunak/contracts'
import { Session, sessionHours, sessionIdleMinutes } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem, loadItems } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { hashOf } from './secrets-of.ts'

const key = (id: string) => ({ pk: `SESSION#${id}`, sk: 'STATE' })
const listKey = (personId: PersonId, id: string) => ({ pk: `PERSON#${personId}`, sk: `SESSION#${id}` })
const seconds = (at: number) => Math.ceil(at / 1000)
const endOf = ({ startedAt }: Session) => Date.parse(startedAt) + sessionHours * 3_600_000
/** How often the moment of last use is written at most. */
const touchEveryMs = 60_000

/**
 * The session of a token, or null when there is none or its time is over: one strongly consistent read by key. Whether its owner's
 * account and organisations still allow it is `isSessionOver`'s to say.
 */
export async function checkSession(database: Database, now: Date, token: string): Promise<Session | null> {
  const item = await loadItem(database, 'identity', key(hashOf(token)))
  if (!item) return null
  const session = Session.parse(item['session'])
  return isLiving(session, now) ? session : null
}

function isLiving(session: Session, now: Date): boolean {
  const idleMs = now.getTime() - Date.parse(session.lastSeenAt)
  return idleMs < sessionIdleMinutes * 60_000 && now.getTime() < endOf(session)
}

/** A session by the name under which its owner lists it, or null. Whether its time is over is not asked. */
export async function loadSession(database: Database, id: string): Promise<Session | null> {
  const item = await loadItem(database, 'identity', key(id))
  return item ? Session.parse(item['session']) : null
}

/** What writes a session, and its place in its owner's list. */
export function sessionWrites(database: Database, session: Session): Write[] {
  const TableName = database.tables.identity
  const expiresAt = seconds(endOf(session))
  return [
    { Put: { TableName, Item: { ...key(session.id), session, expiresAt }, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName, Item: { ...listKey(session.personId, session.id), expiresAt } } },
  ]
}

/** What ends a session that is still there; the transaction fails where somebody else has ended it already. */
export function endSessionWrites(database: Database, { id, personId }: Pick<Session, 'id' | 'personId'>): Write[] {
  const TableName = database.tables.identity
  return [
    { Delete: { TableName, Key: key(id), ConditionExpression: 'attribute_exists(pk)' } },
    { Delete: { TableName, Key: listKey(personId, id) } },
  ]
}

/** Notes that a session is in use, at most once a minute, unless it has ended meanwhile. */
export async function touchSession(database: Database, now: Date, session: Session): Promise<void> {
  if (now.getTime() - Date.parse(session.lastSeenAt) < touchEveryMs) return
  await unlessRefused(
    database.client.send(
      new UpdateCommand({
        TableName: database.tables.identity,
        Key: key(session.id),
        UpdateExpression: 'SET #session.lastSeenAt = :now',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#session': 'session' },
        ExpressionAttributeValues: { ':now': now.toISOString() },
      }),
    ),
  )
}

/** A person's sessions that have not expired, the one used last first. */
export async function listSessions(database: Database, now: Date, personId: PersonId): Promise<Session[]> {
  const listed = await queryAll(database, 'identity', inPartition(`PERSON#${personId}`, 'SESSION#'))
  const keys = listed.map((item) => key(String(item['sk']).slice('SESSION#'.length)))
  const items = await loadItems(database, 'identity', keys)
  return items
    .flatMap((item) => (item ? [Session.parse(item['session'])] : []))
    .filter((session) => isLiving(session, now))
    .toSorted((one, other) => (one.lastSeenAt < other.lastSeenAt ? 1 : -1))
}
