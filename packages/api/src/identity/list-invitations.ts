import { Invitations } from '@kunak/contracts/identity'
import { invitationsOf } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'

/** Whom an organisation has invited and who has not answered yet, for its stewards: with the address as it was typed. */
export const listInvitations = new Hono<Front>().get('/organisations/:id/invitations', async (c) => {
  const own = await ownOrganisation(c, 'steward')
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, secrets, now } = c.var.dependencies
  const open = await invitationsOf(database, now(), own.value.organisationId)
  return c.json(
    Invitations.parse({
      invitations: open.map(({ id, mail, role, invitedAt, until }) => ({
        id,
        mail: secrets.unseal(mail),
        role,
        invitedAt,
        until,
      })),
    }),
  )
})
