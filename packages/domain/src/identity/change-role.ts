import { ok, type PersonId, refuse } from '@kunak/contracts'
import type { OrganisationPeople, Role } from '@kunak/contracts/identity'
import { isLastSteward, type PeopleResult, refuseUnlessSteward, roleIn, withRole } from './people-of.ts'

/** A steward gives somebody another role. Refuses who is no steward, and to take the last steward's role from her. */
export function changeRole(
  before: OrganisationPeople,
  { by, personId, role }: { readonly by: PersonId; readonly personId: PersonId; readonly role: Role },
  now: Date,
): PeopleResult {
  const refused = refuseUnlessSteward(before, by)
  if (refused) return refused
  if (roleIn(before, personId) === null) return refuse({ code: 'not_found' })
  if (role !== 'steward' && isLastSteward(before, personId)) return refuse({ code: 'last_steward' })
  return ok(withRole(before, personId, { role, since: now.toISOString() }))
}
