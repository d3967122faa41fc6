import { InvitationId, OrganisationId } from '@kunak/contracts'
import { applicationDays, Applied, NewApplication } from '@kunak/contracts/directory'
import { Invitation } from '@kunak/contracts/identity'
import { saveApplication } from '@kunak/data/directory'
import { applyToJoin as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { maySendTo } from '../front-door/limit-mail.ts'
import { refuseTooMany } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'

const dayMs = 86_400_000

/**
 * An organisation asks to join. The answer is the same whether it is known already, asked not to be listed, or has asked too often:
 * what becomes of it, its first steward reads when she has signed in with the address given.
 */
export const applyToJoin = new Hono<Front>().post('/applications', onlyJson, body(NewApplication), async (c) => {
  const { viewer, dependencies } = c.var
  const { database, secrets, newId } = dependencies
  const said = c.req.valid('json')
  const now = dependencies.now()
  const decided = decide(said, { id: OrganisationId.parse(newId()), now })
  if (!decided.ok) return answerRefusal(c, decided.refusal)
  const tooMany = await refuseTooMany(c, 'application')
  if (tooMany) return tooMany
  const organisation = decided.value
  const at = now.toISOString()
  const mailFingerprint = secrets.fingerprintOfMail(said.mail)
  const invitation = Invitation.parse({
    id: InvitationId.parse(newId()),
    organisationId: organisation.id,
    role: 'steward',
    mail: secrets.seal(said.mail),
    mailFingerprint,
    invitedAt: at,
    until: new Date(now.getTime() + applicationDays * dayMs).toISOString(),
    isApplication: true,
  })
  // Without room for one more letter the address could be flooded in somebody else's name: then nothing is kept either.
  if (await maySendTo(c, mailFingerprint)) {
    const saved = await saveApplication(database, now, {
      organisation,
      application: {
        organisationId: organisation.id,
        appliedAt: at,
        country: said.country,
        knows: secrets.seal(said.knows),
        locale: said.locale,
        claimedAt: null,
      },
      invitation,
      event: { type: 'person_invited', actor: viewer.actor, data: { invitationId: invitation.id, role: 'steward' } },
    })
    if (!saved.ok) return answerRefusal(c, saved.refusal)
  }
  return c.json(Applied.parse({ status: 'received' }), 202)
})
