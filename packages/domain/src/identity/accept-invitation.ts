import { ok, type PersonId, refuse } from '@kunak/contracts'
import { mostPeople, type OrganisationPeople, type Role } from '@kunak/contracts/identity'
import { type PeopleResult, roleIn, withRole } from './people-of.ts'

/** Somebody accepts an invitation. Refuses who belongs already, and an organisation that is full. */
export function acceptInvitation(
  before: OrganisationPeople,
  { personId, role }: { readonly personId: PersonId; readonly role: Role },
  now: Date,
): PeopleResult {
  if (roleIn(before, personId) !== null) return refuse({ code: 'already_member' })
  if (before.people.length >= mostPeople) return refuse({ code: 'too_many_people' })
  return ok(withRole(before, personId, { role, since: now.toISOString() }))
}
