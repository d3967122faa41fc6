import * as z from 'zod'
import { type Actor, type CircleId, OrganisationId, type PersonId } from '../ids.ts'

/** What a person may do in her organisation; only a steward can widen an audience, invite people or take the organisation out. */
export const roles = ['steward', 'signatory', 'member'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const Membership = z.strictObject({ organisationId: OrganisationId, role: Role })
export type Membership = z.infer<typeof Membership>

/** Who is asking, as far as the rules need to know. Made once for each request by the front door. */
export interface Viewer {
  readonly personId: PersonId | null
  /** The same person as the audit log names her. */
  readonly actor: Actor | null
  readonly memberships: readonly Membership[]
  /** Organisations of hers that are frozen or gone: they give her nothing, but what is kept from their people is kept from her. */
  readonly absent?: readonly OrganisationId[]
  /** The circles that her organisations belong to. */
  readonly circles: readonly CircleId[]
  /** Whether an organisation of hers is vetted, or she is a coordinator: she reads what is for the network. */
  readonly isInNetwork: boolean
  readonly isCoordinator: boolean
}

/** Somebody who is not signed in: the public. */
export const anonymous: Viewer = {
  personId: null,
  actor: null,
  memberships: [],
  circles: [],
  isInNetwork: false,
  isCoordinator: false,
}
