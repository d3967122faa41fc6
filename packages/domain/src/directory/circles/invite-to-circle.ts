import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type Circle, mostInCircle, type Organisation } from '@kunak/contracts/directory'
import { viewOrganisation } from '../view-organisation.ts'
import { type CircleAct, isMember, mayActIn, openInvitations } from './may-act.ts'

/**
 * A steward of an organisation of the circle asks another organisation in. Refuses one that she may not see (`not_found`), that is not
 * vetted (`only_vetted`), that is in it or asked already (`already_in_circle`), and any while the circle is full (`circle_full`).
 */
export function inviteToCircle(act: CircleAct, invited: Organisation | null): Result<Circle, Refusal> {
  const { viewer, organisation, now } = act
  const may = mayActIn(act)
  if (!may.ok) return may
  const circle = may.value
  if (invited === null || viewOrganisation(viewer, invited, now) === null) return refuse({ code: 'not_found' })
  if (organisation.standing !== 'vetted' || invited.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  const open = openInvitations(circle, now)
  const isAsked = open.some(({ organisationId }) => organisationId === invited.id)
  if (isAsked || isMember(circle, invited)) return refuse({ code: 'already_in_circle' })
  if (circle.members.length + open.length >= mostInCircle) return refuse({ code: 'circle_full' })
  const asked = { organisationId: invited.id, by: organisation.id, at: now.toISOString() }
  return ok({ ...circle, version: circle.version + 1, invited: [...open, asked] })
}
