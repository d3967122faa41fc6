import { ok, type PersonId, refuse } from '@kunak/contracts'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import { type PeopleResult, refuseUnlessSteward, roleIn, withRole } from './people-of.ts'

/** A steward makes somebody else steward and leaves, both at once. Refuses who is no steward, and a successor who does not belong. */
export function handOver(
  before: OrganisationPeople,
  { by, personId }: { readonly by: PersonId; readonly personId: PersonId },
  now: Date,
): PeopleResult {
  const refused = refuseUnlessSteward(before, by)
  if (refused) return refused
  if (by === personId || roleIn(before, personId) === null) return refuse({ code: 'not_found' })
  const succeeded = withRole(before, personId, { role: 'steward', since: now.toISOString() })
  return ok({ ...withRole(succeeded, by, null), version: before.version + 1 })
}
