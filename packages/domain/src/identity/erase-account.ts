import { ok, type OrganisationId, type PersonId, refuse, type Result } from '@kunak/contracts'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import { isLastSteward, roleIn, withRole } from './people-of.ts'

/** The people of an organisation, and whether it still is one: what has left the directory needs no steward. */
export interface PeopleOf {
  readonly organisationId: OrganisationId
  readonly people: OrganisationPeople
  readonly hasLeft: boolean
}

/**
 * The people of each of her organisations once somebody has gone from all of them. Refuses while one of these would be left without
 * a steward.
 */
export function eraseAccount(
  personId: PersonId,
  organisations: readonly PeopleOf[],
): Result<readonly PeopleOf[], { readonly code: 'last_steward' }> {
  if (organisations.some(({ people, hasLeft }) => !hasLeft && isLastSteward(people, personId))) {
    return refuse({ code: 'last_steward' })
  }
  return ok(
    organisations
      .filter(({ people }) => roleIn(people, personId) !== null)
      .map((one) => ({ ...one, people: withRole(one.people, personId, null) })),
  )
}
