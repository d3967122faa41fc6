import { ok, type PersonId, refuse } from '@kunak/contracts'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import { isLastSteward, type PeopleResult, refuseUnlessSteward, roleIn, withRole } from './people-of.ts'

/**
 * Somebody leaves, or a steward removes her. Refuses who is neither, and to leave the organisation without a steward: then a
 * handover is what she wants.
 */
export function removePerson(
  before: OrganisationPeople,
  { by, personId }: { readonly by: PersonId; readonly personId: PersonId },
): PeopleResult {
  const refused = by === personId ? null : refuseUnlessSteward(before, by)
  if (refused) return refused
  if (roleIn(before, personId) === null) return refuse({ code: 'not_found' })
  if (isLastSteward(before, personId)) return refuse({ code: 'last_steward' })
  return ok(withRole(before, personId, null))
}
