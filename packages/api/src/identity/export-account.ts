import { AccountExport, type Person, type Session } from '@kunak/contracts/identity'
import { listCheckIns, listHelpOf, listNotices, loadSeenUpTo, loadSubscription } from '@kunak/data/alerts'
import { feedLinksOf, invitationsFor, listBrowsers, listSessions, readEntriesAbout } from '@kunak/data/identity'
import { viewCheckIn } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { ownAccount } from '../front-door/own-account.ts'
import { viewsOf } from '../front-door/views-of.ts'

/** Of what happened to her account, the newest so many entries. */
const mostEvents = 1000

/** Everything that is kept about a person, with names that say what it is, for her to carry away. Secrets are not in it. */
export const exportAccount = new Hono<Front>().get('/account/export', limitRate('export'), async (c) => {
  const own = ownAccount(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const { database, now } = c.var.dependencies
  const { person } = own.value
  const unproven = await refuseWithoutStepUp(c)
  if (unproven) return unproven
  const sessions = await listSessions(database, now(), person.id)
  const events = await readEntriesAbout(database, `PERSON#${person.id}`, mostEvents)
  const kept = AccountExport.parse({
    exportedAt: now().toISOString(),
    account: accountOf(c, person),
    organisations: await organisationsOf(c, person),
    invitations: await invitationsTo(c, person),
    sessions: sessions.map(({ kind, via, device, startedAt, lastSeenAt }: Session) => ({
      kind,
      via,
      device,
      startedAt,
      lastSeenAt,
    })),
    checkIns: (await listCheckIns(c.var.dependencies, now(), person.id)).flatMap(
      (one) => viewCheckIn(person.id, one, now()) ?? [],
    ),
    helped: await listHelpOf(c.var.dependencies, person.id),
    ...(await toldOf(c, person)),
    feedsSince: (await feedLinksOf(database, person.id))[0]?.since ?? null,
    events: events.map(({ type, at, data }) => ({ type, at, data })),
  })
  return c.json(kept, 200, { 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="account.json"' })
})

/** Of what she is told, how, and of what she was. */
async function toldOf(c: FrontContext, { id }: Person): Promise<Pick<AccountExport, 'subscription' | 'browsers' | 'notices'>> {
  const { database, secrets, now } = c.var.dependencies
  const { personId: _, ...subscription } = await loadSubscription(database, id)
  const browsers = await listBrowsers(database, secrets, id)
  return {
    subscription: { ...subscription, seenUpTo: await loadSeenUpTo(database, id) },
    browsers: browsers.map(({ endpoint, device, since }) => ({ endpoint, device, since })),
    notices: await listNotices(database, now(), { personId: id, most: mostEvents }),
  }
}

function accountOf(c: FrontContext, person: Person): AccountExport['account'] {
  const { secrets } = c.var.dependencies
  const { id, locale, createdAt, isCoordinator, passkeys, authenticator, recoveryCode, guardians, recovery } = person
  return {
    id,
    mail: secrets.unseal(person.mail),
    name: person.name && secrets.unseal(person.name),
    locale,
    createdAt,
    wantsLetters: person.wantsLetters,
    lettersStoppedBecause: person.undeliverable,
    isCoordinator,
    passkeys: passkeys.map(({ name, createdAt: addedAt, lastUsedAt }) => ({ name, addedAt, lastUsedAt })),
    authenticatorSince: authenticator?.since ?? null,
    hasRecoveryCode: recoveryCode !== null,
    guardians: guardians.length,
    recovery: recovery && { startedAt: recovery.startedAt, confirmations: recovery.confirmedBy.length },
  }
}

async function organisationsOf(c: FrontContext, { memberships }: Person): Promise<AccountExport['organisations']> {
  const views = await viewsOf(
    c,
    memberships.map(({ organisationId }) => organisationId),
  )
  return memberships.map(({ organisationId, role }) => ({
    organisationId,
    names: views.get(organisationId)?.names ?? null,
    role,
  }))
}

async function invitationsTo(c: FrontContext, { mailFingerprint }: Person): Promise<AccountExport['invitations']> {
  const { database, now } = c.var.dependencies
  const invitations = await invitationsFor(database, now(), mailFingerprint)
  return invitations.map(({ organisationId, role, invitedAt, until }) => ({ organisationId, role, invitedAt, until }))
}
