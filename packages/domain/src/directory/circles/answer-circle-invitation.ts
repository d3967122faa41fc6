import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { mostCircles } from '@kunak/contracts/directory'
import type { CircleChange } from './found-circle.ts'
import { type CircleAct, mayActFor, openInvitations } from './may-act.ts'

/**
 * An organisation that has been asked into a circle joins it or declines, by its steward. Refuses where nobody has asked or the
 * invitation is over (`not_found`), and joining while it is not vetted or belongs to too many circles.
 */
export function answerCircleInvitation(act: CircleAct, { accept }: { readonly accept: boolean }): Result<CircleChange, Refusal> {
  const { organisation, circle, now } = act
  const may = mayActFor(act)
  if (!may.ok) return may
  const open = circle === null ? [] : openInvitations(circle, now)
  const isAsked = open.some(({ organisationId }) => organisationId === organisation.id)
  if (circle === null || !isAsked) return refuse({ code: 'not_found' })
  const invited = open.filter(({ organisationId }) => organisationId !== organisation.id)
  const answered = { ...circle, version: circle.version + 1, invited }
  if (!accept) return ok({ organisation, circle: answered })
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  if (organisation.circles.length >= mostCircles) return refuse({ code: 'too_many_circles' })
  return ok({
    organisation: { ...organisation, version: organisation.version + 1, circles: [...organisation.circles, circle.id] },
    circle: { ...answered, members: [...circle.members, { organisationId: organisation.id, since: now.toISOString() }] },
  })
}
