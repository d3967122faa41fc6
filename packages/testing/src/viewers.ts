import type { OrganisationId } from '@kunak/contracts'
import { anonymous, type Viewer } from '@kunak/contracts/identity'
import { anOrganisationId, aPersonId } from './ids.ts'

/** Somebody of an organisation (of one that no test names, unless told); vetted, unless told. */
export function aMember(organisationId: OrganisationId = anOrganisationId(), said: Partial<Viewer> = {}): Viewer {
  return {
    ...anonymous,
    personId: aPersonId(),
    memberships: [{ organisationId, role: 'member' }],
    isInNetwork: true,
    ...said,
  }
}

export function aSteward(organisationId: OrganisationId = anOrganisationId(), said: Partial<Viewer> = {}): Viewer {
  return aMember(organisationId, { memberships: [{ organisationId, role: 'steward' }], ...said })
}

/** A coordinator of the network, who belongs to no organisation unless told. */
export function aCoordinator(said: Partial<Viewer> = {}): Viewer {
  return { ...anonymous, personId: aPersonId(), isInNetwork: true, isCoordinator: true, ...said }
}
