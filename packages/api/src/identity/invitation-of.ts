import { InvitationId, ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Invitation, Person, Viewer } from '@kunak/contracts/identity'
import { invitationTo } from '@kunak/data/identity'
import type { FrontContext } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { viewsOf } from '../front-door/views-of.ts'

/** The reader as she would be if she accepted: so much of the organisations she may see that invite her. */
export const asIfAccepted = (viewer: Viewer, invitations: readonly Pick<Invitation, 'organisationId' | 'role'>[]): Viewer => ({
  ...viewer,
  memberships: [...viewer.memberships, ...invitations.map(({ organisationId, role }) => ({ organisationId, role }))],
})

interface Asked {
  readonly person: Person
  readonly invitation: Invitation
}

/** The open invitation that the address names, if it is hers and whoever invites is still there. */
export async function invitationOf(c: FrontContext): Promise<Result<Asked, Refusal>> {
  const { viewer, dependencies } = c.var
  const { database, now } = dependencies
  const own = ownAccount(c)
  if (!own.ok) return own
  const { person } = own.value
  const id = InvitationId.safeParse(c.req.param('id'))
  const invitation = id.success
    ? await invitationTo(database, now(), { mailFingerprint: person.mailFingerprint, id: id.data })
    : null
  if (!invitation) return refuse({ code: 'not_found' })
  const views = await viewsOf(c, [invitation.organisationId], asIfAccepted(viewer, [invitation]))
  return views.has(invitation.organisationId) ? ok({ person, invitation }) : refuse({ code: 'not_found' })
}
