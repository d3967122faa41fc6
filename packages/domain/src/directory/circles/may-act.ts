import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type Circle, circleInvitationDays, type Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { hasRole, refuseStranger } from '../../identity/index.ts'
import { viewOrganisation } from '../view-organisation.ts'

/** An act of an organisation about a circle: who acts, for which organisation, on which circle (null where there is none), when. */
export interface CircleAct {
  readonly viewer: Viewer
  readonly organisation: Organisation
  readonly circle: Circle | null
  readonly now: Date
}

/**
 * Whether somebody may act for an organisation: its stewards may. Refuses with `not_found` what she may not see. Whether the circle
 * exists is looked at only after this, so that nobody else can tell.
 */
export function mayActFor({ viewer, organisation, now }: Omit<CircleAct, 'circle'>): Result<undefined, Refusal> {
  if (viewOrganisation(viewer, organisation, now) === null) return refuse({ code: 'not_found' })
  return hasRole(viewer, organisation.id, 'steward') ? ok(undefined) : refuseStranger(viewer)
}

/** The same, for an act inside a circle to which the organisation must belong. */
export function mayActIn(act: CircleAct): Result<Circle, Refusal> {
  const may = mayActFor(act)
  if (!may.ok) return may
  return act.circle && isMember(act.circle, act.organisation) ? ok(act.circle) : refuse({ code: 'not_found' })
}

export function isMember({ members }: Pick<Circle, 'members'>, { id }: Pick<Organisation, 'id'>): boolean {
  return members.some(({ organisationId }) => organisationId === id)
}

const dayMs = 86_400_000

/** The invitations that can still be answered. */
export function openInvitations({ invited }: Pick<Circle, 'invited'>, now: Date): Circle['invited'] {
  return invited.filter(({ at }) => now.getTime() - Date.parse(at) < circleInvitationDays * dayMs)
}
