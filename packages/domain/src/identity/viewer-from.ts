import type { Organisation } from '@kunak/contracts/directory'
import type { Identity, Viewer } from '@kunak/contracts/identity'

/**
 * What somebody may read and do right now, from who she is and the present state of her organisations: a frozen or departed
 * organisation gives its people nothing.
 */
export function viewerFrom(identity: Identity, organisations: readonly Pick<Organisation, 'id' | 'standing'>[]): Viewer {
  const standings = new Map(organisations.map(({ id, standing }) => [id, standing]))
  const memberships = identity.memberships.filter(({ organisationId }) => {
    const standing = standings.get(organisationId)
    return standing !== undefined && standing !== 'frozen' && standing !== 'left'
  })
  return {
    personId: identity.personId,
    memberships,
    isCoordinator: identity.isCoordinator,
    isInNetwork: identity.isCoordinator || memberships.some(({ organisationId }) => standings.get(organisationId) === 'vetted'),
  }
}
