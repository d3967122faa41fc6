import type { OrganisationId } from '@kunak/contracts'
import type { Circle, CircleView, Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { viewOrganisation } from '../view-organisation.ts'
import { openInvitations } from './may-act.ts'

/**
 * The one way in which a circle leaves the store: what somebody of its organisations may see of it now, or null for everybody else.
 * Its members know each other by name, whatever audience their names have otherwise, for joining says so; one that is frozen,
 * suspended or under review is not there meanwhile. Who has been asked shows as far as the reader may see that organisation.
 */
export function viewCircle(
  viewer: Viewer,
  circle: Circle,
  { organisations, now }: { readonly organisations: ReadonlyMap<OrganisationId, Organisation>; readonly now: Date },
): CircleView | null {
  if (!viewsCircle(viewer, circle)) return null
  const since = new Map(circle.members.map((member) => [member.organisationId, member.since]))
  const members = presentMembers(circle, organisations).map(({ id, profile }) => ({
    id,
    names: profile.names,
    since: since.get(id) ?? circle.createdAt,
  }))
  const invited = openInvitations(circle, now).flatMap(({ organisationId, at }) => {
    const asked = organisations.get(organisationId)
    const view = asked ? viewOrganisation(viewer, asked, now) : null
    return view ? [{ id: organisationId, names: view.names, at }] : []
  })
  return { id: circle.id, name: circle.name, purpose: circle.purpose, members, invited }
}

export function viewsCircle(viewer: Viewer, { id }: Pick<Circle, 'id'>): boolean {
  return viewer.circles.includes(id)
}

/** The organisations of a circle that are there for its people, in the order in which they joined. */
export function presentMembers(circle: Circle, organisations: ReadonlyMap<OrganisationId, Organisation>): Organisation[] {
  return circle.members.flatMap(({ organisationId }) => {
    const member = organisations.get(organisationId)
    return member?.standing === 'vetted' && member.circles.includes(circle.id) ? [member] : []
  })
}
