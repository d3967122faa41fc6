import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { PersonId } from '@kunak/contracts'
import { Session, sessionHours, sessionIdleMinutes } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
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
  const { Item } = await database.client.send(
    new GetCommand({ TableName: database.tables.identity, Key: key(hashOf(token)), ConsistentRead: true }),
  )
  if (!Item) return null
  const session = Session.parse(Item['session'])
  return isLiving(session, now) ? session : null
}

function isLiving(session: Session, now: Date): boolean {
  const idleMs = now.getTime() - Date.parse(session.lastSeenAt)
  return idleMs < sessionIdleMinutes * 60_000 && now.getTime() < endOf(session)
}

/** A session by the name under which its owner lists it, or null. Whether its time is over is not asked. */
export async function loadSession(database: Database, id: string): Promise<Session | null> {
  const { Item } = await database.client.send(
    new GetCommand({ TableName: database.tables.identity, Key: key(id), ConsistentRead: true }),
  )
  return Item ? Session.parse(Item['session']) : null
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
  await database.client
    .send(
      new UpdateCommand({
        TableName: database.tables.identity,
        Key: key(session.id),
        UpdateExpression: 'SET #session.lastSeenAt = :now',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#session': 'session' },
        ExpressionAttributeValues: { ':now': now.toISOString() },
      }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error
    })
}

/** A person's sessions that have not expired, the one used last first. */
export async function listSessions(database: Database, now: Date, personId: PersonId): Promise<Session[]> {
  const TableName = database.tables.identity
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :session)',
      ExpressionAttributeValues: { ':pk': `PERSON#${personId}`, ':session': 'SESSION#' },
      ConsistentRead: true,
    }),
  )
  const ids = Items.map((item) => String(item['sk']).slice('SESSION#'.length))
  const found = await Promise.all(ids.map((id) => loadSession(database, id)))
  return found
    .filter((session) => session !== null)
    .filter((session) => isLiving(session, now))
    .toSorted((one, other) => (one.lastSeenAt < other.lastSeenAt ? 1 : -1))
}
