import { Account, type Invitation, type Membership, type Person } from '@kunak/contracts/identity'
import { loadOrganisations } from '@kunak/data/directory'
import { invitationsFor, loadOrganisationPeople, loadPerson } from '@kunak/data/identity'
import { viewOrganisation } from '@kunak/domain/directory'
import { isLastSteward, isLocalMailProvider, isOwn, refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { asIfAccepted } from './invitation-of.ts'

/** A person's own account: what is kept of her, where she belongs, and who has invited her. */
export const getAccount = new Hono<Front>().get('/account', async (c) => {
  const { viewer, dependencies } = c.var
  const { database, secrets } = dependencies
  const person = viewer.personId === null ? null : await loadPerson(database, viewer.personId)
  if (!person) return answerRefusal(c, refuseStranger(viewer).refusal)
  const mail = secrets.unseal(person.mail)
  return c.json(
    Account.parse({
      mail,
      isLocalMail: isLocalMailProvider(mail),
      name: person.name && secrets.unseal(person.name),
      locale: person.locale,
      wantsLetters: person.wantsLetters,
      undeliverable: person.undeliverable,
      createdAt: person.createdAt,
      isCoordinator: person.isCoordinator,
      memberships: await shownMemberships(c, person),
      invitations: await shownInvitations(c, person),
    }),
    200,
    { 'cache-control': 'no-store' },
  )
})

/** Her organisations as they are now; of one that is frozen or has left she is told no more than anybody else. */
async function shownMemberships(c: FrontContext, { id }: Person): Promise<Account['memberships']> {
  const { viewer, dependencies } = c.var
  const { database } = dependencies
  const now = dependencies.now()
  const organisations = await loadOrganisations(
    database,
    viewer.memberships.map(({ organisationId }) => organisationId),
  )
  const roles = new Map(viewer.memberships.map(({ organisationId, role }: Membership) => [organisationId, role]))
  const shown = organisations.map(async (stored) => {
    const names = viewOrganisation(viewer, stored, now)?.names
    const role = roles.get(stored.id)
    if (!names || !role) return []
    const people = await loadOrganisationPeople(database, stored.id)
    return [{ organisationId: stored.id, names, role, standing: stored.standing, isLastSteward: isLastSteward(people, id) }]
  })
  return (await Promise.all(shown)).flat()
}

async function shownInvitations(c: FrontContext, person: Person): Promise<Account['invitations']> {
  const { viewer, dependencies } = c.var
  const now = dependencies.now()
  const invitations = await invitationsFor(dependencies.database, now, person.mailFingerprint)
  const organisations = await loadOrganisations(dependencies.database, [...new Set(invitations.map(organisationIdOf))])
  const byId = new Map(organisations.map((stored) => [stored.id, stored]))
  return invitations.flatMap((invitation) => {
    const { id, organisationId, role, until, isApplication } = invitation
    const stored = byId.get(organisationId)
    const names = stored && viewOrganisation(asIfAccepted(viewer, invitation), stored, now)?.names
    return names ? [{ id, organisationId, names, role, until, isApplication, isOwn: isOwn(viewer, organisationId) }] : []
  })
}

const organisationIdOf = ({ organisationId }: Invitation) => organisationId
