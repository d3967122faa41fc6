import { ok, type OrganisationId, type PersonId, type Refusal, refuse, type Result } from '@kunak/contracts'
import { mostMemberships, type OrganisationPeople, type Person, type Role } from '@kunak/contracts/identity'

type People = Pick<OrganisationPeople, 'people'>
export type PeopleResult = Result<OrganisationPeople, Refusal>

/** Somebody's role in an organisation, or null where she does not belong to it. */
export function roleIn({ people }: People, personId: PersonId): Role | null {
  return people.find((one) => one.personId === personId)?.role ?? null
}

/**
 * The refusal of what only a steward may do; null for a steward. Who does not belong at all has been removed between two looks, and
 * hears that.
 */
export function refuseUnlessSteward(people: People, by: PersonId): ReturnType<typeof refuse<Refusal>> | null {
  const role = roleIn(people, by)
  if (role === 'steward') return null
  return refuse<Refusal>({ code: role === null ? 'people_changed' : 'not_yours' })
}

/** Whether nobody else would be left as steward without her. */
export function isLastSteward({ people }: People, personId: PersonId): boolean {
  const stewards = people.filter(({ role }) => role === 'steward')
  return stewards.length === 1 && stewards[0]?.personId === personId
}

/** The people after somebody has got a role, kept the place in which she stood, or, with null, has gone. */
export function withRole(
  before: OrganisationPeople,
  personId: PersonId,
  place: { readonly role: Role; readonly since: string } | null,
): OrganisationPeople {
  const stood = before.people.find((one) => one.personId === personId)
  const people = !place
    ? before.people.filter((one) => one.personId !== personId)
    : stood
      ? before.people.map((one) => (one === stood ? { ...stood, role: place.role } : one))
      : [...before.people, { personId, ...place }]
  return { version: before.version + 1, people }
}

/** The same change in the person's own account. Refuses more organisations than one can belong to. */
export function accountWithRole(
  before: Person,
  organisationId: OrganisationId,
  role: Role | null,
): Result<Person, { readonly code: 'too_many_memberships' }> {
  const stood = before.memberships.some((one) => one.organisationId === organisationId)
  const memberships = !role
    ? before.memberships.filter((one) => one.organisationId !== organisationId)
    : stood
      ? before.memberships.map((one) => (one.organisationId === organisationId ? { organisationId, role } : one))
      : [...before.memberships, { organisationId, role }]
  if (memberships.length > mostMemberships) return refuse({ code: 'too_many_memberships' })
  return ok({ ...before, version: before.version + 1, memberships })
}
