import type { OrganisationId } from '@kunak/contracts'
import { aPerson, aPersonOf, type Someone } from '@kunak/testing'

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
): Someone | null {
  switch (reader) {
    case 'nobody':
      return null
    case 'a person of an applicant':
      return aPersonOf(ids.applicant, 'steward')
    case 'a person of a frozen organisation':
      return aPersonOf(ids.frozen, 'steward')
    case 'somebody whose role was revoked':
      return aPerson()
    case 'a steward of another organisation':
      return aPersonOf(ids.other, 'steward')
    case 'a member':
      return aPersonOf(ids.own, 'member')
    case 'a steward':
      return aPersonOf(ids.own, 'steward')
    case 'a coordinator':
      return aPerson({ isCoordinator: true })
  }
}
