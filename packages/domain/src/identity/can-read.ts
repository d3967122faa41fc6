import type { Audience, OrganisationId } from '@kunak/contracts'
import type { Role, Viewer } from '@kunak/contracts/identity'

/** Whether somebody is one of an organisation's own people, whatever her role. */
export function isOwn(viewer: Viewer, organisationId: OrganisationId): boolean {
  return viewer.memberships.some((membership) => membership.organisationId === organisationId)
}

/** Whether somebody holds one of these roles in the organisation. */
export function hasRole(viewer: Viewer, organisationId: OrganisationId, ...wanted: readonly Role[]): boolean {
  return viewer.memberships.some((membership) => membership.organisationId === organisationId && wanted.includes(membership.role))
}

/**
 * Whether a reader belongs to the audience that an organisation has chosen. Its own people read everything of theirs; a
 * coordinator reads what is for the network and what is for coordinators, never what is for a circle or for the organisation alone.
 */
export function canRead(viewer: Viewer, audience: Audience, owner: OrganisationId): boolean {
  if (isOwn(viewer, owner)) return true
  switch (audience) {
    case 'public':
      return true
    case 'network':
      return viewer.isInNetwork || viewer.isCoordinator
    case 'coordinators':
      return viewer.isCoordinator
    case 'circle':
    case 'organisation':
      return false
  }
}
