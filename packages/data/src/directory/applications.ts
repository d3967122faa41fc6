import type { OrganisationId } from '@kunak/contracts'
import { Application, applicationDays, type Organisation } from '@kunak/contracts/directory'
import type { Invitation } from '@kunak/contracts/identity'
import type { Event, Saved, Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { invitationWrites } from '../identity/index.ts'
import { isStillKept, loadItem } from '../load-items.ts'
import { queryAll } from '../query-items.ts'
import { saveOrganisation } from './organisations.ts'

const applications = 'APPLICATIONS'
const key = (id: OrganisationId) => ({ pk: applications, sk: id })
const dayMs = 86_400_000
/** So long what an application said is kept at most; the organisation itself goes on. */
const keptDays = 365

/** Keeps an application: the applicant, what it said, and the invitation of its first steward, in one transaction. */
export function saveApplication(
  database: Database,
  now: Date,
  {
    organisation,
    application,
    invitation,
    event,
  }: {
    readonly organisation: Organisation
    readonly application: Application
    readonly invitation: Invitation
    readonly event: Omit<Event, 'subject'>
  },
): Promise<Saved> {
  const dueAt = new Date(now.getTime() + applicationDays * dayMs).toISOString()
  const Item = {
    ...key(organisation.id),
    application,
    dueMinute: dueOn(dueAt.slice(0, 10)),
    dueAt,
    expiresAt: Math.ceil(now.getTime() / 1000) + keptDays * 86_400,
  }
  const Put = { TableName: database.tables.directory, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  const also = [{ Put }, ...invitationWrites(database, invitation)]
  return saveOrganisation(database, now, { before: null, after: organisation, event, also })
}

/** What an organisation said when it applied, or null: it has not, or that has been forgotten. */
export async function loadApplication(database: Database, now: Date, id: OrganisationId): Promise<Application | null> {
  const item = await loadItem(database, 'directory', key(id))
  return item && isStillKept(item, now) ? Application.parse(item['application']) : null
}

/** Notes that the first steward has come: the application no longer goes by itself. The transaction fails where it has gone. */
export function claimApplicationWrites(database: Database, now: Date, id: OrganisationId): Write[] {
  return [
    {
      Update: {
        TableName: database.tables.directory,
        Key: key(id),
        UpdateExpression: 'SET #application.claimedAt = :now REMOVE dueMinute, dueAt',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#application': 'application' },
        ExpressionAttributeValues: { ':now': now.toISOString() },
      },
    },
  ]
}

/** What forgets what an organisation said when it applied. */
export function forgetApplicationWrite(database: Database, id: OrganisationId): Write {
  return { Delete: { TableName: database.tables.directory, Key: key(id) } }
}

/** What forgets an application as long as nobody has claimed it; the transaction fails otherwise. */
export function forgetUnclaimedWrite(database: Database, id: OrganisationId): Write {
  return {
    Delete: {
      TableName: database.tables.directory,
      Key: key(id),
      ConditionExpression: '#application.claimedAt = :null',
      ExpressionAttributeNames: { '#application': 'application' },
      ExpressionAttributeValues: { ':null': null },
    },
  }
}

/** The applications that nobody has claimed and whose time ended on a day (`YYYY-MM-DD`, UTC), up to now. */
export async function applicationsDueOn(database: Database, now: Date, day: string): Promise<Application[]> {
  const items = await queryAll(database, 'directory', {
    IndexName: 'byDue',
    KeyConditionExpression: 'dueMinute = :day AND dueAt <= :now',
    ExpressionAttributeValues: { ':day': dueOn(day), ':now': now.toISOString() },
  })
  return items.map((item) => Application.parse(item['application']))
}

// A day's partition is precise enough for what waits a month, and lets a clock that has stood still catch up soon.
const dueOn = (day: string) => `${applications} ${day}`
