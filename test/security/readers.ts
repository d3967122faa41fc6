import type { OrganisationId } from '@kunak/contracts'
import type { Identity, Role } from '@kunak/contracts/identity'
import { aPersonId } from '@kunak/testing'

/** Everybody who may stand at the door, as seen from the organisation that a question is about. */
export const readers = [
  'nobody',
  'a person of an applicant',
  'a person of a frozen organisation',
  'somebody whose role was revoked',
  'a steward of another organisation',
  'a member',
  'a steward',
  'a coordinator',
] as const
export type Reader = (typeof readers)[number]

/** The identity behind each reader, given the organisations of the world she lives in. */
export function identityOf(
  reader: Reader,
  ids: Readonly<Record<'own' | 'other' | 'applicant' | 'frozen', OrganisationId>>,
): Identity | null {
  const of = (organisationId: OrganisationId, role: Role): Identity => ({
    personId: aPersonId(),
    memberships: [{ organisationId, role }],
    isCoordinator: false,
  })
  switch (reader) {
    case 'nobody':
      return null
    case 'a person of an applicant':
      return of(ids.applicant, 'steward')
    case 'a person of a frozen organisation':
      return of(ids.frozen, 'steward')
    case 'somebody whose role was revoked':
      return { personId: aPersonId(), memberships: [], isCoordinator: false }
    case 'a steward of another organisation':
      return of(ids.other, 'steward')
    case 'a member':
      return of(ids.own, 'member')
    case 'a steward':
      return of(ids.own, 'steward')
    case 'a coordinator':
      return { personId: aPersonId(), memberships: [], isCoordinator: true }
  }
}
