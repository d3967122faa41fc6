import type { InvitationId, OrganisationId } from '@kunak/contracts'
import { Invitation } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { type ItemKey, loadItem } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'

const byAddress = (fingerprint: string, id: string) => ({ pk: `INVITED#${fingerprint}`, sk: id })
const byOrganisation = (organisationId: OrganisationId, id: string) => ({
  pk: `ORGANISATION#${organisationId}`,
  sk: `INVITATION#${id}`,
})

/** What writes an invitation, for who was invited and for who invited. */
export function invitationWrites(database: Database, invitation: Invitation): Write[] {
  const { id, organisationId, mailFingerprint, until } = invitation
  const rest = { invitation, expiresAt: Math.ceil(Date.parse(until) / 1000) }
  const TableName = database.tables.identity
  return [byAddress(mailFingerprint, id), byOrganisation(organisationId, id)].map((key) => ({
    Put: { TableName, Item: { ...key, ...rest }, ConditionExpression: 'attribute_not_exists(pk)' },
  }))
}

/** What takes an invitation away that is still there; the transaction fails where somebody else has done so. */
export function endInvitationWrites(database: Database, { id, organisationId, mailFingerprint }: Invitation): Write[] {
  const TableName = database.tables.identity
  return [
    { Delete: { TableName, Key: byAddress(mailFingerprint, id), ConditionExpression: 'attribute_exists(pk)' } },
    { Delete: { TableName, Key: byOrganisation(organisationId, id) } },
  ]
}

/** What takes an invitation away, whether it is still there or not. */
export function forgetInvitationWrites(database: Database, { id, organisationId, mailFingerprint }: Invitation): Write[] {
  const TableName = database.tables.identity
  const keys = [byAddress(mailFingerprint, id), byOrganisation(organisationId, id)]
  return keys.map((Key) => ({ Delete: { TableName, Key } }))
}

/** The open invitations of an address, newest first (strongly consistent). */
export function invitationsFor(database: Database, now: Date, mailFingerprint: string): Promise<Invitation[]> {
  return readOpen(database, now, inPartition(`INVITED#${mailFingerprint}`))
}

/** The open invitations of an organisation, newest first (strongly consistent). */
export function invitationsOf(database: Database, now: Date, organisationId: OrganisationId): Promise<Invitation[]> {
  return readOpen(database, now, inPartition(`ORGANISATION#${organisationId}`, 'INVITATION#'))
}

/** One open invitation of an address, or null. */
export function invitationTo(database: Database, now: Date, to: { readonly mailFingerprint: string; readonly id: InvitationId }) {
  return readOne(database, now, byAddress(to.mailFingerprint, to.id))
}

/** One open invitation of an organisation, or null. */
export function invitationBy(
  database: Database,
  now: Date,
  by: { readonly organisationId: OrganisationId; readonly id: InvitationId },
) {
  return readOne(database, now, byOrganisation(by.organisationId, by.id))
}

async function readOne(database: Database, now: Date, key: ItemKey): Promise<Invitation | null> {
  const item = await loadItem(database, 'identity', key)
  return item ? openOnly(now, Invitation.parse(item['invitation'])) : null
}

async function readOpen(database: Database, now: Date, place: ReturnType<typeof inPartition>): Promise<Invitation[]> {
  const items = await queryAll(database, 'identity', { ...place, ScanIndexForward: false })
  return items.map((item) => Invitation.parse(item['invitation'])).filter((one) => openOnly(now, one) !== null)
}

// The table forgets an item some time after its end, so that the end itself is looked at.
function openOnly(now: Date, invitation: Invitation): Invitation | null {
  return Date.parse(invitation.until) > now.getTime() ? invitation : null
}
