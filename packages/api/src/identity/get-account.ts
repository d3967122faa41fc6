import { Account, type Person } from '@kunak/contracts/identity'
import { invitationsFor, loadOrganisationPeople } from '@kunak/data/identity'
import { isLastSteward, isLocalMailProvider, isOwn } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { viewsOf } from '../front-door/views-of.ts'
import { asIfAccepted } from './invitation-of.ts'

/** A person's own account: what is kept of her, where she belongs, and who has invited her. */
export const getAccount = new Hono<Front>().get('/account', async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { secrets } = c.var.dependencies
  const { person } = own.value
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
  const views = await viewsOf(
    c,
    viewer.memberships.map(({ organisationId }) => organisationId),
  )
  const shown = viewer.memberships.map(async ({ organisationId, role }) => {
    const view = views.get(organisationId)
    if (!view?.standing) return []
    const people = await loadOrganisationPeople(dependencies.database, organisationId)
    const isLast = isLastSteward(people, id)
    return [{ organisationId, names: view.names, role, standing: view.standing, isLastSteward: isLast }]
  })
  return (await Promise.all(shown)).flat()
}

async function shownInvitations(c: FrontContext, person: Person): Promise<Account['invitations']> {
  const { viewer, dependencies } = c.var
  const invitations = await invitationsFor(dependencies.database, dependencies.now(), person.mailFingerprint)
  const views = await viewsOf(
    c,
    invitations.map(({ organisationId }) => organisationId),
    asIfAccepted(viewer, invitations),
  )
  return invitations.flatMap(({ id, organisationId, role, until, isApplication }) => {
    const names = views.get(organisationId)?.names
    return names ? [{ id, organisationId, names, role, until, isApplication, isOwn: isOwn(viewer, organisationId) }] : []
  })
}
