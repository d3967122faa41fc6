import type { OrganisationId } from '@kunak/contracts'
import type { Identity, Role } from '@kunak/contracts/identity'
import { aPersonId } from './ids.ts'

/** Somebody who holds a role in an organisation, as a host tells the front door. */
export function aPersonOf(organisationId: OrganisationId, role: Role = 'steward'): Identity {
  return { personId: aPersonId(), memberships: [{ organisationId, role }], isCoordinator: false }
}

/** Somebody who is known but belongs to nothing, or only coordinates. */
export function aPerson({ isCoordinator = false } = {}): Identity {
  return { personId: aPersonId(), memberships: [], isCoordinator }
}
