import { PeopleChanged } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endInvitationWrites } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { invitationOf } from './invitation-of.ts'

/** Somebody says no to an invitation, which then is as if it had never been. */
export const declineInvitation = new Hono<Front>().post('/invitations/:id/decline', limitRate('change'), async (c) => {
  const found = await invitationOf(c)
  if (!found.ok) return answerRefusal(c, found.refusal)
  const { invitation } = found.value
  const { database, now } = c.var.dependencies
  const event = { type: 'invitation_declined', actor: c.var.viewer.actor, data: { invitationId: invitation.id } }
  const saved = await commit(database, now(), {
    writes: endInvitationWrites(database, invitation),
    events: [{ ...event, subject: `ORGANISATION#${invitation.organisationId}` }],
  })
  return saved.ok ? c.json(PeopleChanged.parse({ status: 'done' })) : answerProblem(c, 'people_changed')
})
