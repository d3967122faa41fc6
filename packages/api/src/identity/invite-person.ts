import { InvitationId, type Refusal, refuse } from '@kunak/contracts'
import { Invitation, invitationDays, Invited, mostInvitations, NewInvitation } from '@kunak/contracts/identity'
import { commit } from '@kunak/data'
import { endInvitationWrites, invitationsOf, invitationWrites } from '@kunak/data/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { maySendTo } from '../front-door/limit-mail.ts'
import { refuseTooMany } from '../front-door/limit-rate.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { type Own, ownOrganisation } from '../front-door/own-organisation.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { untilSaved } from '../front-door/until-saved.ts'

const dayMs = 86_400_000

/**
 * A steward asks somebody into her organisation. The answer is the same whether the address has an account, is invited already or
 * belongs to one of its people; an earlier invitation of that address makes room for this one.
 */
export const invitePerson = new Hono<Front>().post('/organisations/:id/invitations', onlyJson, body(NewInvitation), async (c) => {
  const own = await ownOrganisation(c, 'steward')
  if (!own.ok) return answerRefusal(c, own.refusal)
  const refused = (await refuseWithoutStepUp(c)) ?? (await refuseTooMany(c, 'invitation'))
  if (refused) return refused
  return untilSaved(c, async () => {
    const refusal = await invite(c, own.value, c.req.valid('json'))
    if (!refusal) return c.json(Invited.parse({ status: 'invited' }), 202)
    return refusal.code === 'changed_meanwhile' ? null : answerRefusal(c, refusal)
  })
})

async function invite(c: FrontContext, { organisationId }: Own, { mail, role }: NewInvitation): Promise<Refusal | null> {
  const { viewer, dependencies } = c.var
  const { database, secrets, newId } = dependencies
  const now = dependencies.now()
  const mailFingerprint = secrets.fingerprintOfMail(mail)
  const open = await invitationsOf(database, now, organisationId)
  const earlier = open.filter((one) => one.mailFingerprint === mailFingerprint)
  if (open.length - earlier.length >= mostInvitations) return refuse({ code: 'too_many_invitations' }).refusal
  const invitation = Invitation.parse({
    id: InvitationId.parse(newId()),
    organisationId,
    role,
    mail: secrets.seal(mail),
    mailFingerprint,
    invitedAt: now.toISOString(),
    until: new Date(now.getTime() + invitationDays * dayMs).toISOString(),
    isApplication: false,
  })
  const subject = `ORGANISATION#${organisationId}`
  const isTold = await maySendTo(c, mailFingerprint)
  const saved = await commit(database, now, {
    writes: [...earlier.flatMap((one) => endInvitationWrites(database, one)), ...invitationWrites(database, invitation)],
    events: [
      {
        type: isTold ? 'person_invited' : 'person_invited_without_letter',
        subject,
        actor: viewer.actor,
        data: { invitationId: invitation.id, role },
      },
    ],
  })
  return saved.ok ? null : saved.refusal
}
