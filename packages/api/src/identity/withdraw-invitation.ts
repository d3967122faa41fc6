import { InvitationId } from '@kunak/contracts'
import { PeopleChanged } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endInvitationWrites, invitationBy } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'

/** A steward takes an invitation back before it is answered. */
export const withdrawInvitation = new Hono<Front>().delete(
  '/organisations/:id/invitations/:invitationId',
  limitRate('change'),
  async (c) => {
    const own = await ownOrganisation(c, 'steward')
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { viewer, dependencies } = c.var
    const { database, now } = dependencies
    const { organisationId } = own.value
    const id = InvitationId.safeParse(c.req.param('invitationId'))
    const invitation = id.success ? await invitationBy(database, now(), { organisationId, id: id.data }) : null
    if (!invitation) return answerProblem(c, 'not_found')
    const event = { type: 'invitation_withdrawn', actor: viewer.actor, data: { invitationId: invitation.id } }
    const saved = await commit(database, now(), {
      writes: endInvitationWrites(database, invitation),
      events: [{ ...event, subject: `ORGANISATION#${organisationId}` }],
    })
    return saved.ok ? c.json(PeopleChanged.parse({ status: 'done' })) : answerProblem(c, 'people_changed')
  },
)
