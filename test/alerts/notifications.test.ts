import { newUlid } from '@kunak/contracts'
import type { Alert, Notifications } from '@kunak/contracts/alerts'
import { loadAlert, saveAlert } from '@kunak/data/alerts'
import { saveOrganisation } from '@kunak/data/directory'
import { tellPeople } from '@kunak/data/letters'
import { updateAlert } from '@kunak/domain/alerts'
import {
  aMember,
  anAlert,
  anAlertId,
  anApi,
  anOrganisation,
  aPersonOf,
  type FixedClock,
  fixedClock,
  putAlert,
  type Someone,
  storyTime,
  type TestApi,
} from '@kunak/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dump } from '../security/dump.ts'

let now: FixedClock
let house: TestApi
let reader: Someone
const [raising, hers] = [anOrganisation(), anOrganisation()]
beforeEach(async () => {
  now = fixedClock(storyTime)
  house = await anApi({ now })
  await house.put(raising, hers)
  reader = aPersonOf(hers.id)
})
afterEach(() => house[Symbol.asyncDispose]())

const put = (said: Parameters<typeof anAlert>[0] = {}) =>
  putAlert(house.dependencies, now(), anAlert({ state: 'active', raisedBy: raising.id, ...said }))
async function ask(who = reader): Promise<Notifications> {
  const response = await house.ask(who, 'GET', '/api/v1/notifications')
  expect(response.status).toBe(200)
  return (await response.json()) as Notifications
}
const see = (upTo: string, who = reader) => house.ask(who, 'POST', '/api/v1/notifications/seen', { json: { upTo } })
const alertsIn = ({ items }: Notifications) =>
  items.flatMap((item) => (item.about === 'alert' ? [[item.what, item.alert.id]] : []))
const noticesIn = ({ items }: Notifications) => items.flatMap((item) => (item.about === 'notice' ? [item] : []))
const later = (minutes: number) => now.moveTo(new Date(now().getTime() + minutes * 60_000).toISOString())

async function update(alert: Alert): Promise<void> {
  const before = (await loadAlert(house.dependencies, alert.id)) ?? alert
  const said = { id: newUlid(now().getTime()) as never, text: 'Адвоката впустили.', publicText: {} }
  const decided = updateAlert({ viewer: aMember(raising.id), now: now() }, before, said)
  if (!decided.ok || !decided.value.event) throw new Error('The alert of the test cannot be updated.')
  await saveAlert(house.dependencies, now(), {
    before,
    after: decided.value.after,
    event: { ...decided.value.event, actor: null },
  })
}

const eventOf = (type: string, subject: string, data: Record<string, string> = {}) => ({
  type,
  subject,
  data,
  id: newUlid(now().getTime()),
})
const tell = (event: ReturnType<typeof eventOf>) => tellPeople({ ...house.dependencies, now, perSecond: 100 }, event)

it('are what she reads, newest first, and new until she has seen it', async () => {
  const first = await put()
  later(5)
  const second = await put({ activeAt: now().toISOString() })
  const before = await ask()
  expect([before.unseen, alertsIn(before)]).toEqual([
    2,
    [
      ['out', second.id],
      ['out', first.id],
    ],
  ])
  await see(before.items[0]?.at ?? '')
  expect((await ask()).unseen).toBe(0)
  later(5)
  await update(first)
  const after = await ask()
  expect([after.unseen, alertsIn(after)[0], after.items.map(({ isNew }) => isNew)]).toEqual([
    1,
    ['updated', first.id],
    [true, false],
  ])
})

it('are not what she may not read or does not want to hear of, nor what she wrote', async () => {
  await put({ content: { audience: 'coordinators' } })
  await put({ content: { audience: 'organisation', isPublic: true } })
  await put({ state: 'draft' })
  const content = { republic: 'RU-CE' } as const
  const chechnya = await put({ content })
  await put({ raisedBy: hers.id, raiserId: reader.personId })
  expect(alertsIn(await ask())).toEqual([['out', chechnya.id]])
  const rule = { republics: ['RU-DA'], pressures: [], leastUrgency: 'Unknown', languages: [], channels: ['app'] }
  const choice = { rules: [rule], digestHour: 9, timeZone: 'UTC', quiet: null }
  await house.ask(reader, 'PUT', '/api/v1/account/subscription', { json: choice })
  expect(await ask()).toEqual({ unseen: 0, items: [] })
})

it('ask whoever could give her word to what waits for one', async () => {
  const submittedAt = new Date(storyTime).toISOString()
  const waiting = await put({ state: 'submitted', activeAt: null, submittedAt })
  const coordinator = { ...aPersonOf(hers.id), isCoordinator: true }
  expect(alertsIn(await ask(coordinator))).toEqual([['asked', waiting.id]])
  expect(alertsIn(await ask())).toEqual([])
})

it('say by name what a letter never says, once, for ninety days', async () => {
  const event = eventOf('passkey_added', `PERSON#${reader.personId}`)
  await ask()
  await tell(event)
  await tell(event)
  expect(noticesIn(await ask())).toMatchObject([{ type: 'passkey_added', isNew: true, organisation: null, alertId: null }])
  later(90 * 24 * 60 + 1)
  expect(await ask()).toEqual({ unseen: 0, items: [] })
})

it('name an organisation, and lead to an alert, only while she may know of it', async () => {
  const other = anOrganisation()
  const secret = await put({ content: { audience: 'coordinators' } })
  await house.put(other)
  await ask()
  const about = { personId: reader.personId, organisationId: other.id }
  await tell(eventOf('handover_asked', `ORGANISATION#${other.id}`, about))
  later(1)
  await tell(
    eventOf('person_removed', `ORGANISATION#${raising.id}`, { ...about, alertId: secret.id, organisationId: raising.id }),
  )
  expect(noticesIn(await ask()).map(({ organisation, alertId }) => [organisation?.id, alertId])).toEqual([
    [raising.id, null],
    [other.id, null],
  ])
  const frozen = { ...other, version: other.version + 1, standing: 'frozen' as const }
  await saveOrganisation(house.database, now(), {
    before: other,
    after: frozen,
    event: { type: 'organisation_frozen', actor: null, data: {} },
  })
  expect(noticesIn(await ask()).map(({ organisation }) => organisation?.id)).toEqual([raising.id, undefined])
})

it('are seen up to a moment that is not to come, and never less than before', async () => {
  await put()
  await see('2027-01-01T00:00:00.000Z')
  await see('2020-01-01T00:00:00.000Z')
  expect((await ask()).unseen).toBe(0)
  later(5)
  await put({ id: anAlertId(), activeAt: now().toISOString() })
  expect((await ask()).unseen).toBe(1)
})

it('are nobody else’s, and are gone with her account', async () => {
  await ask()
  await tell(eventOf('passkey_added', `PERSON#${reader.personId}`))
  await see(storyTime.replace('Z', '.000Z'))
  expect(noticesIn(await ask(aPersonOf(hers.id)))).toEqual([])
  expect(await dump(house.database)).toContain('NOTICE#')
  const member = { ...reader, memberships: [] }
  expect((await house.ask(member, 'DELETE', '/api/v1/account', { stepUp: true })).status).toBe(200)
  const everything = await dump(house.database)
  expect(everything).not.toContain('NOTICE#')
  expect(everything).not.toContain('"SEEN"')
})
