import { InvitationId, ok, refuse, type Refusal, type Result } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Invitation, Person, Viewer } from '@kunak/contracts/identity'
import { loadOrganisation } from '@kunak/data/directory'
import { invitationTo, loadPerson } from '@kunak/data/identity'
import { viewOrganisation } from '@kunak/domain/directory'
import { refuseStranger } from '@kunak/domain/identity'
import type { FrontContext } from '../front-door/front.ts'

/** The reader as she would be if she accepted: so much of an organisation she may see that invites her. */
export const asIfAccepted = (viewer: Viewer, { organisationId, role }: Pick<Invitation, 'organisationId' | 'role'>): Viewer => ({
  ...viewer,
  memberships: [...viewer.memberships, { organisationId, role }],
})

interface Asked {
  readonly person: Person
  readonly invitation: Invitation
  readonly organisation: Organisation
}

/** The open invitation that the address names, if it is hers and whoever invites is still there. */
export async function invitationOf(c: FrontContext): Promise<Result<Asked, Refusal>> {
  const { viewer, dependencies } = c.var
  const { database, now } = dependencies
  const person = viewer.personId === null ? null : await loadPerson(database, viewer.personId)
  if (!person) return refuseStranger(viewer)
  const id = InvitationId.safeParse(c.req.param('id'))
  const invitation = id.success
    ? await invitationTo(database, now(), { mailFingerprint: person.mailFingerprint, id: id.data })
    : null
  const organisation = invitation && (await loadOrganisation(database, invitation.organisationId))
  if (!organisation || !viewOrganisation(asIfAccepted(viewer, invitation), organisation, now()))
    return refuse({ code: 'not_found' })
  return ok({ person, invitation, organisation })
}
