import { AlertId } from '@kunak/contracts'
import type { CheckInView } from '@kunak/contracts/alerts'
import { loadItem } from '@kunak/data'
import { loadAlert, loadCheckIn, raiseCheckIns, readersOf } from '@kunak/data/alerts'
import { loadPerson, savePerson } from '@kunak/data/identity'
import {
  aCheckIn,
  aCircleId,
  anApi,
  anOrganisation,
  aPerson,
  aPersonOf,
  checkInCodes,
  checkInPlan,
  fixedClock,
  putCheckIn,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock = fixedClock('2026-11-22T12:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

/** Somebody with a check-in, in an organisation of her own. */
async function somebody({ isRaised = false, isCoordinator = false } = {}) {
  clock.moveTo('2026-11-22T12:00:00Z')
  const organisation = anOrganisation({ circles: [aCircleId()] })
  await house.put(organisation)
  const who: Someone = { ...aPersonOf(organisation.id, 'steward'), isCoordinator }
  // She has been here before.
  await house.ask(who, 'GET', '/api/v1/check-ins')
  // The first who asks whom one could ask has the search made ready.
  if (isCoordinator) await house.ask(who, 'GET', '/api/v1/desk/alerts')
  const plan = checkInPlan({ organisationId: organisation.id })
  const checkIn = await putCheckIn(house.dependencies, aCheckIn({ ownerId: who.personId, plan }))
  if (isRaised) {
    clock.moveTo('2026-11-22T16:00:00Z')
    await raiseCheckIns(house.dependencies)
    await house.ask(who, 'GET', '/api/v1/check-ins')
  }
  const raised = await loadCheckIn(house.dependencies, clock(), checkIn.id)
  return { who, organisation, checkIn, alertId: raised?.raised?.alertId ?? null }
}

type Her = Awaited<ReturnType<typeof somebody>>

/** Everything of an answer that can be compared, and with what the store was asked for it. */
async function seen({ who, checkIn, organisation, alertId }: Her, method: string, path: string, json?: unknown) {
  const calls: string[] = []
  const { client } = house.database
  const watch = (next: (args: never) => Promise<unknown>, context: { commandName?: string }) => async (args: never) => {
    calls.push(context.commandName ?? '')
    return next(args)
  }
  client.middlewareStack.add(watch as never, { step: 'initialize', name: 'watch' })
  const answer = await house.ask(who, method, `/api/v1${path}`, {
    ...(json !== undefined && { json }),
    ...(method === 'PUT' && { headers: { 'if-match': '"1"' } }),
    stepUp: path === '/account/export',
  })
  client.middlewareStack.remove('watch')
  // Ids are each person's own; everything else has to be the same.
  const same = (text: string) =>
    [who.personId, checkIn.id, organisation.id, ...(alertId === null ? [] : [alertId])]
      .reduce((said, id) => said.replaceAll(id, '…'), text)
      .replace(/"(mail|names|since|startedAt|lastSeenAt|alertId|requestId)":("[^"]*"|\{[^}]*\})/g, '"$1":…')
  const headers = [...answer.headers]
    .filter(([name]) => name !== 'x-request-id')
    .map(([name, value]) => [name, name === 'set-cookie' ? value.replace(/=[^;]+/, '=…') : value])
  return { status: answer.status, body: same(await answer.text()), headers, calls }
}

const pagesOfHers = [
  '/check-ins',
  '/alerts',
  '/alerts?state=ended',
  '/account',
  '/me',
  '/account/export',
  '/notifications',
  '/desk/alerts',
  '/desk/statistics',
  '/audit',
]

/** What she sees when she gives a code, when she gives it again, and on everything of hers afterwards. */
async function story(her: Her, code: string, act: 'cancel' | 'change') {
  const path = `/check-ins/${her.checkIn.id}`
  const plan = { ...her.checkIn.plan, title: 'Возвращаемся раньше' }
  const give = () =>
    act === 'cancel' ? seen(her, 'POST', `${path}/cancellation`, { code }) : seen(her, 'PUT', path, { plan, code })
  const first = await give()
  const again = await give()
  const later = [await seen(her, 'GET', path)]
  for (const page of pagesOfHers) later.push(await seen(her, 'GET', page))
  return { first, again, later }
}

/** The alerts for coordinators that a coordinator who belongs to nobody reads. */
async function alertsOfCoordinators(about: Her) {
  const answer = await house.ask(aPerson({ isCoordinator: true }), 'GET', '/api/v1/alerts')
  const { items } = (await answer.json()) as {
    items: { id: string; audience?: string; raisedBy?: { id: string }; restricted?: { known: string } }[]
  }
  return items.filter(({ audience, raisedBy }) => audience === 'coordinators' && raisedBy?.id === about.organisation.id)
}

describe('the code for duress', () => {
  it.each([
    ['cancels a check-in', 'cancel', {}],
    ['cancels one whose alert is out', 'cancel', { isRaised: true }],
    ['changes a check-in', 'change', {}],
    ['is given by a coordinator', 'cancel', { isCoordinator: true }],
  ] as const)('%s as the other one does, to the byte, then and afterwards, and coordinators know', async (_, act, said) => {
    const [freely, forced] = [await somebody(said), await somebody(said)]
    const cancelled = await story(freely, checkInCodes.cancel, act)
    const underDuress = await story(forced, ` ${checkInCodes.duress.toUpperCase()} `, act)
    expect(cancelled.first.status).toBe(200)
    expect(underDuress).toEqual(cancelled)
    expect(await alertsOfCoordinators(freely)).toEqual([])
    const [told, ...more] = await alertsOfCoordinators(forced)
    expect(more).toEqual([])
    expect(told?.restricted?.known).toMatch(/под принуждением[^]*серая «Нива»/)
  })

  it('is known to nobody of her organisation, also who is a coordinator, nor to a circle', async () => {
    const her = await somebody()
    await house.ask(her.who, 'POST', `/api/v1/check-ins/${her.checkIn.id}/cancellation`, { json: { code: checkInCodes.duress } })
    expect(await alertsOfCoordinators(her)).toHaveLength(1)
    for (const isCoordinator of [true, false]) {
      const colleague = { ...aPersonOf(her.organisation.id, 'steward'), isCoordinator }
      const answer = await house.ask(colleague, 'GET', '/api/v1/alerts')
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain(her.organisation.id)
    }
  })

  it('is told by letter to coordinators of other organisations, and to nobody of hers', async () => {
    const her = await somebody({ isCoordinator: true })
    const [colleague, elsewhere] = [aPersonOf(her.organisation.id, 'steward'), aPerson({ isCoordinator: true })]
    for (const one of [{ ...colleague, isCoordinator: true }, elsewhere]) await house.ask(one, 'GET', '/api/v1/me')
    await house.ask(her.who, 'POST', `/api/v1/check-ins/${her.checkIn.id}/cancellation`, { json: { code: checkInCodes.duress } })
    const [told] = await alertsOfCoordinators(her)
    const alert = await loadAlert(house.dependencies, AlertId.parse(told?.id))
    const readers = alert ? await readersOf(house.database, alert) : []
    const ids = readers.map(({ subscriber }) => subscriber.personId)
    expect(ids).toContain(elsewhere.personId)
    expect(ids).not.toContain(colleague.personId)
    expect(ids).not.toContain(her.who.personId)
  })

  it('is told by letter to nobody of hers, her least of all, though she has left her organisation since', async () => {
    const her = await somebody({ isCoordinator: true })
    await house.ask(her.who, 'POST', `/api/v1/check-ins/${her.checkIn.id}/cancellation`, { json: { code: checkInCodes.duress } })
    const [told] = await alertsOfCoordinators(her)
    const before = await loadPerson(house.database, her.who.personId)
    if (!before) throw new Error('She has no account.')
    const after = { ...before, version: before.version + 1, memberships: [] }
    const event = { type: 'person_left', actor: null, data: {} }
    await savePerson(house.database, clock(), { before, after, event })
    const alert = await loadAlert(house.dependencies, AlertId.parse(told?.id))
    const readers = alert ? await readersOf(house.database, alert) : []
    expect(readers.length).toBeGreaterThan(0)
    expect(readers.map(({ subscriber }) => subscriber.personId)).not.toContain(before.id)
  })

  it('tells nobody where she practises alone', async () => {
    const her = await somebody()
    const drill = aCheckIn({ ownerId: her.who.personId, plan: { ...her.checkIn.plan, drill: 'alone' } })
    await putCheckIn(house.dependencies, drill)
    const path = `/api/v1/check-ins/${drill.id}/cancellation`
    expect((await house.ask(her.who, 'POST', path, { json: { code: checkInCodes.duress } })).status).toBe(200)
    expect(await alertsOfCoordinators(her)).toEqual([])
  })

  it('cannot be found out by trying: five wrong codes, then none is looked at', async () => {
    const her = await somebody()
    const path = `/api/v1/check-ins/${her.checkIn.id}/cancellation`
    const statuses = await Promise.all(
      Array.from(
        { length: 12 },
        async (_, index) => (await house.ask(her.who, 'POST', path, { json: { code: `wrong-${index}` } })).status,
      ),
    )
    expect(statuses.filter((status) => status === 422)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
    for (const code of Object.values(checkInCodes))
      expect((await house.ask(her.who, 'POST', path, { json: { code } })).status).toBe(429)
    const state = (await (await house.ask(her.who, 'GET', `/api/v1/check-ins/${her.checkIn.id}`)).json()) as CheckInView
    expect(state.ended).toBeNull()
  })
})

describe('what is kept of a check-in', () => {
  it('says neither a code, nor a word, nor by its length which code was given', async () => {
    const [freely, forced] = [await somebody(), await somebody()]
    for (const [her, code] of [
      [freely, checkInCodes.cancel],
      [forced, checkInCodes.duress],
    ] as const)
      await house.ask(her.who, 'POST', `/api/v1/check-ins/${her.checkIn.id}/cancellation`, { json: { code } })
    const [one, other] = await Promise.all([freely, forced].map(({ checkIn }) => itemOf(checkIn.id)))
    expect(JSON.stringify(one)).not.toMatch(/Патимат|вечер|дождь|Нива/)
    expect(Object.keys(one ?? {}).sort()).toEqual(Object.keys(other ?? {}).sort())
    expect(String(one?.['sealed']).length).toBe(String(other?.['sealed']).length)
  })
})

async function itemOf(id: string) {
  return loadItem(house.database, 'alerts', { pk: `CHECK_IN#${id}`, sk: 'STATE' })
}
