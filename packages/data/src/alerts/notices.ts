import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { AlertId, CheckInId, momentOfUlid, OrganisationId, type PersonId, PledgeId } from '@kunak/contracts'
import { Notice, noticeDays } from '@kunak/contracts/alerts'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { deleteItem } from '../delete-item.ts'
import { isStillKept, loadItem } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'

const partition = (personId: PersonId) => `PERSON#${personId}`
const begins = 'NOTICE#'
const seenKey = (personId: PersonId) => ({ pk: partition(personId), sk: 'SEEN' })
const dayMs = 86_400_000
const mostAtOnce = 25

/** An event as it becomes a notice: codes and ids. */
export interface NoticedEvent {
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Writes down for each of some people that she was told of an event; a repeat writes the same again. */
export async function writeNotices(
  { client, tables }: Database,
  { event, persons }: { readonly event: NoticedEvent; readonly persons: readonly PersonId[] },
): Promise<void> {
  const { id, ...said } = noticeOf(event)
  const expiresAt = Math.ceil((Date.parse(said.at) + noticeDays * dayMs) / 1000)
  for (let first = 0; first < persons.length; first += mostAtOnce) {
    const some = persons.slice(first, first + mostAtOnce).map((personId) => {
      const Item = { pk: partition(personId), sk: `${begins}${id}`, ...said, expiresAt }
      return client.send(new PutCommand({ TableName: tables.alerts, Item }))
    })
    await Promise.all(some)
  }
}

function noticeOf({ id, type, subject, data }: NoticedEvent): Notice {
  const [, kind = '', named = ''] = /^([A-Z_]+)#(.+)$/.exec(subject) ?? []
  const of = <Id>(schema: { safeParse: (value: unknown) => { data?: Id | undefined } }, key: string, kindOfSubject: string) =>
    schema.safeParse(data[key] ?? (kind === kindOfSubject ? named : undefined)).data ?? null
  return {
    id,
    at: new Date(momentOfUlid(id)).toISOString(),
    type,
    organisationId: of(OrganisationId, 'organisationId', 'ORGANISATION'),
    alertId: of(AlertId, 'alertId', 'ALERT'),
    pledgeId: of(PledgeId, 'pledgeId', 'PLEDGE'),
    checkInId: of(CheckInId, 'checkInId', 'CHECK_IN'),
  }
}

/** What somebody was told of by name, newest first, `most` at most (strongly consistent). */
export async function listNotices(database: Database, now: Date, asked: { personId: PersonId; most: number }): Promise<Notice[]> {
  const query = { ...inPartition(partition(asked.personId), begins), ScanIndexForward: false, Limit: asked.most }
  const items = await queryAll(database, 'alerts', query)
  return items
    .filter((item) => isStillKept(item, now))
    .map(({ sk, pk: _, expiresAt: __, ...said }) => Notice.parse({ ...said, id: String(sk).slice(begins.length) }))
}

/** Up to which moment somebody has seen what was new (strongly consistent), or null. */
export async function loadSeenUpTo(database: Database, personId: PersonId): Promise<string | null> {
  const item = await loadItem(database, 'alerts', seenKey(personId))
  return item ? String(item['upTo']) : null
}

/** Notes up to which moment she has seen it; an earlier one than she has noted changes nothing. */
export async function noteSeenUpTo({ client, tables }: Database, personId: PersonId, upTo: string): Promise<void> {
  const change = {
    UpdateExpression: 'SET upTo = :upTo',
    ConditionExpression: 'attribute_not_exists(upTo) OR upTo < :upTo',
    ExpressionAttributeValues: { ':upTo': upTo },
  }
  await unlessRefused(client.send(new UpdateCommand({ TableName: tables.alerts, Key: seenKey(personId), ...change })))
}

/** Forgets what somebody was told of and has seen, with her account. */
export async function forgetNotices(database: Database, personId: PersonId): Promise<void> {
  const pk = partition(personId)
  for (const { sk } of await queryAll(database, 'alerts', inPartition(pk, begins)))
    await deleteItem(database, 'alerts', { pk, sk: String(sk) })
  await deleteItem(database, 'alerts', seenKey(personId))
}
