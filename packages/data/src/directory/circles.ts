import { CircleId, Moment, type OrganisationId } from '@kunak/contracts'
import { Circle, circleInvitationDays } from '@kunak/contracts/directory'
import * as z from 'zod'
import type { Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import { isStillKept, loadItem, loadItems } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'

const key = (id: CircleId) => ({ pk: `CIRCLE#${id}`, sk: 'STATE' })
const noteKey = (organisationId: OrganisationId, id: CircleId) => ({ pk: `ORGANISATION#${organisationId}`, sk: `CIRCLE#${id}` })
const removalDays = 90

/** What an organisation is told about a circle that it does not belong to: that it is invited, or that it was taken out. */
const CircleNote = z.discriminatedUnion('about', [
  z.object({ about: z.literal('invitation'), circleId: CircleId }),
  z.object({ about: z.literal('removal'), circleId: CircleId, name: z.string(), at: Moment }),
])
export type CircleNote = z.infer<typeof CircleNote>

/** One circle as it is now (strongly consistent), or null. */
export async function loadCircle(database: Database, id: CircleId): Promise<Circle | null> {
  const item = await loadItem(database, 'directory', key(id))
  return item ? Circle.parse(item['circle']) : null
}

/** Many circles as they are now, in the order asked for; those that are gone are left out. */
export async function loadCircles(database: Database, ids: readonly CircleId[]): Promise<Circle[]> {
  const items = await loadItems(database, 'directory', ids.map(key))
  return items.flatMap((item) => (item ? [Circle.parse(item['circle'])] : []))
}

/** What an organisation has been told about circles and is still to be told at this moment, by key (strongly consistent). */
export async function circleNotesOf(database: Database, now: Date, organisationId: OrganisationId): Promise<CircleNote[]> {
  const items = await queryAll(database, 'directory', inPartition(`ORGANISATION#${organisationId}`, 'CIRCLE#'))
  const living = items.filter((item) => isStillKept(item, now))
  return living.map((item) => CircleNote.parse(item['note']))
}

/** What writes a new state of a circle (null: it is gone), if the state it was decided on is still the stored one. */
export function circleWrite(database: Database, before: Circle | null, after: Circle | null): Write {
  const TableName = database.tables.directory
  if (after) return { Put: { TableName, Item: { ...key(after.id), version: after.version, circle: after }, ...isAsRead(before) } }
  if (!before) throw new Error('A circle that never was cannot go.')
  return { Delete: { TableName, Key: key(before.id), ...isAsRead(before) } }
}

/** What tells an organisation about a circle, or, without a note, forgets what it was told. */
export function circleNoteWrite(
  database: Database,
  now: Date,
  { organisationId, circleId, note }: { organisationId: OrganisationId; circleId: CircleId; note: CircleNote | null },
): Write {
  const TableName = database.tables.directory
  const Key = noteKey(organisationId, circleId)
  if (note === null) return { Delete: { TableName, Key } }
  const days = note.about === 'invitation' ? circleInvitationDays : removalDays
  return { Put: { TableName, Item: { ...Key, note, expiresAt: Math.floor(now.getTime() / 1000) + days * 86_400 } } }
}
