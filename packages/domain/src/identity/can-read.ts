import type { Audience, OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Role, Viewer } from '@kunak/contracts/identity'

/** Whether somebody is one of an organisation's own people, whatever her role. */
export function isOwn(viewer: Viewer, organisationId: OrganisationId): boolean {
  return viewer.memberships.some((membership) => membership.organisationId === organisationId)
}

/** Whether somebody holds one of these roles in the organisation. */
export function hasRole(viewer: Viewer, organisationId: OrganisationId, ...wanted: readonly Role[]): boolean {
  return viewer.memberships.some((membership) => membership.organisationId === organisationId && wanted.includes(membership.role))
}

/** What decides who belongs to the audiences that an organisation may choose. */
export type AudienceOwner = Pick<Organisation, 'id' | 'circles' | 'audienceCircle'>

/**
 * Whether a reader belongs to the audience that an organisation has chosen. Its own people read everything of theirs; a
 * coordinator reads what is for the network and what is for coordinators, never what is for a circle, unless an organisation of
 * hers belongs to it, or for the organisation alone.
 */
export function canRead(viewer: Viewer, audience: Audience, owner: AudienceOwner): boolean {
  if (isOwn(viewer, owner.id)) return true
  switch (audience) {
    case 'public':
      return true
    case 'network':
      return viewer.isInNetwork || viewer.isCoordinator
    case 'coordinators':
      return viewer.isCoordinator
    case 'circle':
      return sharesAudienceCircle(viewer, owner)
    case 'organisation':
      return false
  }
}

/** Whether a reader's organisation belongs to the circle that an organisation's profile means. */
function sharesAudienceCircle(viewer: Viewer, { circles, audienceCircle }: AudienceOwner): boolean {
  return audienceCircle !== null && circles.includes(audienceCircle) && viewer.circles.includes(audienceCircle)
}
