import type { OrganisationId, PersonId } from '@kunak/contracts'

/** Somebody who speaks for what she belongs to. */
export interface Party {
  readonly personId: PersonId
  readonly isCoordinator: boolean
  /** Every organisation that she belongs to, also one that is hidden now. */
  readonly organisationIds: readonly OrganisationId[]
  /** Those of them that are vetted. */
  readonly vettedIds: readonly OrganisationId[]
}

/** What is decided about. */
export type Subject = { readonly organisationId: OrganisationId } | { readonly personId: PersonId }

/** Whether somebody may take part in a decision: a coordinator of a vetted organisation, and not concerned herself. */
export function mayDecide(party: Party, subject: Subject | null): boolean {
  if (!party.isCoordinator || party.vettedIds.length === 0) return false
  if (subject === null) return true
  return 'personId' in subject ? subject.personId !== party.personId : !party.organisationIds.includes(subject.organisationId)
}

/** Whether two people decide for two: neither concerned, not one person on two devices, not two people of one organisation. */
export function areTwoParties(one: Party, other: Party, subject: Subject | null): boolean {
  return (
    mayDecide(one, subject) &&
    mayDecide(other, subject) &&
    one.personId !== other.personId &&
    !one.organisationIds.some((id) => other.organisationIds.includes(id))
  )
}
