import { AlertId, NeedId, OrganisationId, PersonId, PledgeId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import { anAlert, aPledge, putAlert, putPledge, storyTime, type TestApi } from '@kunak/testing'

/**
 * The alert that an organisation of a test has raised, the need that it names, the steward who wrote it, and another organisation: their
 * ids follow from its own.
 */
export const alertBeside = (id: OrganisationId): AlertId => AlertId.parse(`${id.slice(0, 23)}AAA`)
export const needBeside = (id: OrganisationId): NeedId => NeedId.parse(`${id.slice(0, 23)}NNN`)

export const pledgeBeside = (id: OrganisationId): PledgeId => PledgeId.parse(`${id.slice(0, 23)}PPP`)
export const writerBeside = (id: OrganisationId): PersonId => PersonId.parse(`${id.slice(0, 23)}WWW`)
export const secondBeside = (id: OrganisationId): OrganisationId => OrganisationId.parse(`${id.slice(0, 23)}SSS`)

const summary = { headline: { ru: 'В офисе организации обыск' }, summary: { ru: 'Идёт с утра.' } }
const at = new Date(storyTime).toISOString()

/** The kinds of alert that a route can be asked about; the organisation that raised each has the name that everybody may read. */
export const alertKinds = {
  'alert for everybody': { state: 'active', content: { isPublic: true, ...summary } },
  'alert for the network': { state: 'active' },
  'alert that was pledged to': { state: 'active' },
  'alert for coordinators': { state: 'active', content: { audience: 'coordinators' } },
  'alert within an organisation': { state: 'active', content: { audience: 'organisation' } },
  'alert that waits': { state: 'submitted' },
  'draft of an alert': { state: 'draft' },
  'alert that has ended': { state: 'resolved', closed: { at, outcome: 'released', note: '' } },
} as const satisfies Readonly<Record<string, Parameters<typeof anAlert>[0]>>
export type AlertKind = keyof typeof alertKinds
export const isAlertKind = (target: string): target is AlertKind => Object.hasOwn(alertKinds, target)

/** Puts in the alert of a kind that an organisation has raised. */
export async function putAlertBeside(house: TestApi, { id }: Pick<Organisation, 'id'>, kind: AlertKind): Promise<Alert> {
  const { content, ...said }: NonNullable<Parameters<typeof anAlert>[0]> = alertKinds[kind]
  const needs = [{ id: needBeside(id), kind: 'lawyer_now' as const, quantity: 5, unit: '' }]
  // It lives as long as the test's clock runs, minute by minute.
  const until = said.state === 'active' ? { until: new Date(Date.parse(storyTime) + 100 * 86_400_000).toISOString() } : {}
  const now = house.dependencies.now()
  const submittedAt = said.state === 'draft' ? null : now.toISOString()
  const draft = { id: alertBeside(id), raisedBy: id, raiserId: writerBeside(id), draftedAt: now.toISOString(), submittedAt }
  const alert = await putAlert(house.dependencies, now, anAlert({ ...draft, content: { needs, ...content }, ...said, ...until }))
  if (kind === 'alert that was pledged to') await putPledgeBeside(house, id, alert)
  return alert
}

/** Until when what the other organisation offers will be there: while the test's clock runs. */
export const pledgeDay = '2027-02-20'

/** The other organisation offers something of the need; its offer waits from now on. */
async function putPledgeBeside({ dependencies }: TestApi, id: OrganisationId, alert: Alert): Promise<void> {
  const now = dependencies.now()
  const steps = [{ state: 'offered' as const, at: now.toISOString() }]
  const offer = { id: pledgeBeside(id), organisationId: secondBeside(id), day: pledgeDay, steps }
  await putPledge(dependencies, now, aPledge(alert, offer))
}
