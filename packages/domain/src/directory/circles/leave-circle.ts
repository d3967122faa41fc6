import { type CircleId, ok, type OrganisationId, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Circle, Organisation } from '@kunak/contracts/directory'
import { type CircleAct, mayActIn } from './may-act.ts'
import { presentMembers, viewsCircle } from './view-circle.ts'

/** What leaving changes; a circle that is null is gone. */
export interface CircleLeft {
  readonly organisation: Organisation
  readonly circle: Circle | null
}

/** An organisation leaves a circle, by its steward, at once. A circle that nobody is left in is gone. */
export function leaveCircle(act: CircleAct): Result<CircleLeft, Refusal> {
  const may = mayActIn(act)
  return may.ok ? ok(withoutMember(may.value, act.organisation)) : may
}

/**
 * The first member of a circle that is there at present takes another organisation out of it, by its steward: the one that founded it,
 * or else the one that has been in it longest. Refuses any other member (`not_yours`), and one that is not there (`not_found`).
 */
export function removeFromCircle(
  act: CircleAct,
  { removedId, organisations }: { readonly removedId: string; readonly organisations: ReadonlyMap<OrganisationId, Organisation> },
): Result<CircleLeft, Refusal> {
  const may = mayActIn(act)
  if (!may.ok) return may
  const present = presentMembers(may.value, organisations)
  const removed = present.find(({ id }) => id === removedId)
  if (!removed || !viewsCircle(act.viewer, may.value)) return refuse({ code: 'not_found' })
  const isFirst = present[0]?.id === act.organisation.id
  return isFirst && removed.id !== act.organisation.id ? ok(withoutMember(may.value, removed)) : refuse({ code: 'not_yours' })
}

function withoutMember(circle: Circle, organisation: Organisation): CircleLeft {
  return { organisation: outsideCircle(organisation, circle.id), circle: circleWithout(circle, organisation.id) }
}

/** An organisation as it is once it is outside of a circle; what its profile showed to that circle is then its own people's alone. */
function outsideCircle(before: Organisation, id: CircleId): Organisation {
  return {
    ...before,
    version: before.version + 1,
    circles: before.circles.filter((circle) => circle !== id),
    audienceCircle: before.audienceCircle === id ? null : before.audienceCircle,
  }
}

/** A circle without a member, and without the invitations that it sent; null once nobody is left in it. */
export function circleWithout(circle: Circle, id: OrganisationId): Circle | null {
  const members = circle.members.filter(({ organisationId }) => organisationId !== id)
  const invited = circle.invited.filter(({ by }) => by !== id)
  return members.length === 0 ? null : { ...circle, version: circle.version + 1, members, invited }
}
