import { claimApplicationWrites } from '@kunak/data/directory'
import { endInvitationWrites } from '@kunak/data/identity'
import { acceptInvitation as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { changePeople } from './change-people.ts'
import { invitationOf } from './invitation-of.ts'

/** Somebody joins the organisation that has invited her; with the invitation of an application she is its first steward. */
export const acceptInvitation = new Hono<Front>().post('/invitations/:id/acceptance', limitRate('change'), async (c) => {
  const found = await invitationOf(c)
  if (!found.ok) return answerRefusal(c, found.refusal)
  const { person, invitation } = found.value
  const { database, now } = c.var.dependencies
  const { organisationId, role, isApplication } = invitation
  return changePeople(c, {
    organisationId,
    decide: (before, at) => decide(before, { personId: person.id, role }, at),
    also: () => [
      ...endInvitationWrites(database, invitation),
      ...(isApplication ? claimApplicationWrites(database, now(), organisationId) : []),
    ],
    event: { type: 'person_joined', data: { personId: person.id, role } },
  })
})
