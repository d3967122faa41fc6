import type { OrganisationId, PersonId } from '../ids.ts'

/** What a person may do in her organisation; only a steward can widen an audience or take the organisation out. */
export const roles = ['steward', 'signatory', 'member'] as const
export type Role = (typeof roles)[number]

export interface Membership {
  readonly organisationId: OrganisationId
  readonly role: Role
}

/** Who somebody is, before it is known what her organisations' present state lets her do. */
export interface Identity {
  readonly personId: PersonId
  readonly memberships: readonly Membership[]
  readonly isCoordinator: boolean
}

/** Who is asking, as far as the rules need to know. Made once for each request by the front door. */
export interface Viewer {
  readonly personId: PersonId | null
  readonly memberships: readonly Membership[]
  /** Whether an organisation of hers is vetted, or she is a coordinator: she reads what is for the network. */
  readonly isInNetwork: boolean
  readonly isCoordinator: boolean
}

/** Somebody who is not signed in: the public. */
export const anonymous: Viewer = { personId: null, memberships: [], isInNetwork: false, isCoordinator: false }
