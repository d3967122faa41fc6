import { newUlid, OrganisationId } from '@kunak/contracts'
import { Organisation } from '@kunak/contracts/directory'
import { commit, type Event, type Saved, type Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem, loadItems } from '../load-items.ts'
import { queryItems } from '../query-items.ts'
import { identifierWrites } from './organisations-by-identifier.ts'
import { standingWrites } from './standings.ts'

const key = (id: OrganisationId) => ({ pk: `ORGANISATION#${id}`, sk: 'STATE' })
const changeDays = 7

/** One organisation as it is now (strongly consistent), or null. */
export async function loadOrganisation(database: Database, id: OrganisationId): Promise<Organisation | null> {
  const item = await loadItem(database, 'directory', key(id))
  return item ? Organisation.parse(item['organisation']) : null
}

/** Many organisations as they are now, in the order asked for; those that are not there are left out. */
export async function loadOrganisations(database: Database, ids: readonly OrganisationId[]): Promise<Organisation[]> {
  const items = await loadItems(database, 'directory', ids.map(key))
  return items.flatMap((item) => (item ? [Organisation.parse(item['organisation'])] : []))
}

/** Which of these organisations are none any more: they have left the directory, or there never were such. */
export async function departedOrganisations(
  database: Database,
  ids: readonly OrganisationId[],
): Promise<ReadonlySet<OrganisationId>> {
  const organisations = await loadOrganisations(database, ids)
  const present = new Set(organisations.filter(({ standing }) => standing !== 'left').map(({ id }) => id))
  return new Set(ids.filter((id) => !present.has(id)))
}

/**
 * What writes a new state of an organisation, if the state it was decided on (`before`; null for a new one) is still the stored one.
 * The change is noted in the partition that every search reads, so that it holds from the first read on.
 */
export function organisationWrites(
  database: Database,
  now: Date,
  { before, after }: { readonly before: Organisation | null; readonly after: Organisation },
): Write[] {
  const TableName = database.tables.directory
  const state: Write = {
    Put: {
      TableName,
      Item: { ...key(after.id), version: after.version, organisation: after },
      ...isAsRead(before),
    },
  }
  const noted: Write = {
    Put: {
      TableName,
      Item: {
        pk: 'CHANGES',
        sk: newUlid(now.getTime()),
        organisationId: after.id,
        expiresAt: Math.floor(now.getTime() / 1000) + changeDays * 86_400,
      },
    },
  }
  return [state, noted, ...identifierWrites(database, before, after), ...standingWrites(database, now, { before, after })]
}

/** Saves a new state of an organisation with the event that says what happened, and what else belongs to it. */
export function saveOrganisation(
  database: Database,
  now: Date,
  change: {
    readonly before: Organisation | null
    readonly after: Organisation
    readonly event: Omit<Event, 'subject'>
    readonly also?: readonly Write[]
  },
): Promise<Saved> {
  const { after, event, also = [] } = change
  return commit(database, now, {
    writes: [...organisationWrites(database, now, change), ...also],
    events: [{ ...event, subject: `ORGANISATION#${after.id}` }],
  })
}

/**
 * The changes since a moment, each by its id (a ULID) with the organisation that it changed (strongly consistent): at most `changeDays`
 * back. Ids tell apart two changes of one moment, and one that was committed after a later one.
 */
export async function changesSince(database: Database, since: Date): Promise<Map<string, OrganisationId>> {
  const changes = new Map<string, OrganisationId>()
  const query = {
    KeyConditionExpression: 'pk = :changes AND sk >= :since',
    ExpressionAttributeValues: { ':changes': 'CHANGES', ':since': newUlid(since.getTime()).slice(0, 10) },
  }
  for await (const item of queryItems(database, 'directory', query))
    changes.set(String(item['sk']), OrganisationId.parse(item['organisationId']))
  return changes
}
