import { newUlid, type Problem } from '@kunak/contracts'
import type { AlertChanged, AlertDraft, AlertPage, AlertView } from '@kunak/contracts/alerts'
import { inPartition, queryAll } from '@kunak/data'
import { advanceAlerts, alertSubject } from '@kunak/data/alerts'
import { alertContent, anApi, anOrganisation, aPersonOf, everyGroup, fixedClock, storyTime, type TestApi } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock = fixedClock(storyTime)
const profile = { audiences: everyGroup('public') }
const [raiser, second] = [anOrganisation({ profile }), anOrganisation({ profile })]
const writer = aPersonOf(raiser.id)
const looker = aPersonOf(second.id)
let house: TestApi
beforeAll(async () => {
  house = await anApi({ now: clock })
  await house.put(raiser, second)
})
afterAll(() => house[Symbol.asyncDispose]())

const pass = (hours: number) => clock.moveTo(new Date(clock().getTime() + hours * 3_600_000).toISOString())
const anId = () => newUlid(clock().getTime())
const drafts = `/api/v1/organisations/${raiser.id}/alerts`
const said = (content = alertContent(), isExercise = false) => ({ content, isExercise })
const post = (path: string, json: unknown, who = writer) => house.ask(who, 'POST', path, { json })
const typesOf = async (id: string) =>
  (await queryAll(house.database, 'events', inPartition(alertSubject(id as never)))).map(({ type }) => String(type)).sort()

async function begin(content = alertContent(), isExercise = false): Promise<string> {
  pass(1)
  const response = await post(drafts, said(content, isExercise))
  expect(response.status).toBe(201)
  return ((await response.json()) as AlertChanged).id
}
async function sentOut(content = alertContent()): Promise<string> {
  const id = await begin(content)
  expect((await post(`/api/v1/alerts/${id}/submission`, { atOnce: true })).status).toBe(200)
  return id
}
const problemOf = async (response: Response) => ((await response.json()) as Problem).code
const viewOf = async (id: string, who = writer) =>
  (await (await house.ask(who, 'GET', `/api/v1/alerts/${id}`)).json()) as Extract<AlertView, { part: 'whole' }>

describe('raising an alert', () => {
  it('goes from a draft that only its writer finds to everybody whom it is for', async () => {
    const id = await begin(alertContent({ pressures: [] }))
    const mine = async (who = writer, state = 'draft') =>
      ((await (await house.ask(who, 'GET', `/api/v1/alerts?state=${state}`)).json()) as AlertPage).items.map((one) => one.id)
    expect([await mine(), await mine(aPersonOf(raiser.id)), await mine(writer, 'open')]).toEqual([[id], [], []])
    const refused = await post(`/api/v1/alerts/${id}/submission`, { atOnce: false })
    expect(((await refused.json()) as Problem).errors).toMatchObject([{ field: '/pressures', code: 'required' }])
    const draft = (await (await house.ask(writer, 'GET', `/api/v1/alerts/${id}/content`)).json()) as AlertDraft
    expect(draft).toMatchObject({ version: 1, raisedBy: raiser.id, content: { pressures: [] } })
    const headers = { 'if-match': `"${draft.version}"` }
    const put = (json: unknown) => house.ask(writer, 'PUT', `/api/v1/alerts/${id}`, { json, headers })
    expect((await put(said())).status).toBe(200)
    expect(await problemOf(await put(said()))).toBe('changed_meanwhile')
    expect((await post(`/api/v1/alerts/${id}/submission`, { atOnce: false })).status).toBe(200)
    expect([await mine(), await mine(writer, 'open'), await mine(looker, 'open')]).toEqual([[], [id], []])
    expect(await problemOf(await post(`/api/v1/alerts/${id}/verification`, { organisationId: second.id }, looker))).toBe(
      'not_found',
    )
  })

  it('as an exercise says so wherever it is shown', async () => {
    const id = await begin(alertContent(), true)
    await post(`/api/v1/alerts/${id}/submission`, { atOnce: true })
    expect(await viewOf(id, looker)).toMatchObject({ isExercise: true, state: 'active', isVerified: false })
  })

  it('without a version of the draft is refused', async () => {
    const id = await begin()
    const response = await house.ask(writer, 'PUT', `/api/v1/alerts/${id}`, { json: said() })
    expect(await problemOf(response)).toBe('precondition_required')
  })

  it('can be given up as long as it is a draft', async () => {
    const [given, sent] = [await begin(), await sentOut()]
    const discard = (id: string) => house.ask(writer, 'DELETE', `/api/v1/alerts/${id}`)
    expect([(await discard(given)).status, (await discard(given)).status, (await discard(sent)).status]).toEqual([200, 404, 409])
  })
})

describe('a double click, or a line that broke', () => {
  it('begins one alert', async () => {
    const id = anId()
    const json = { id, ...said() }
    const all = await Promise.all([1, 2, 3].map(() => post(drafts, json)))
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 201))
    expect(await typesOf(id)).toEqual(['alert_drafted'])
  })

  it('begins one alert with what she says the second time, when she went back and changed it', async () => {
    const id = anId()
    await post(drafts, { id, ...said(alertContent({ republic: null })) })
    expect(await (await post(drafts, { id, ...said() })).json()).toEqual({ id, version: 2, state: 'draft' })
    expect((await viewOf(id)).republic).toBe('RU-DA')
  })

  it('takes nobody else’s alert over by its id', async () => {
    const id = await begin()
    const response = await post(drafts, { id, ...said() }, aPersonOf(raiser.id))
    expect(((await response.json()) as Problem).errors).toMatchObject([{ field: '/id', code: 'said_twice' }])
  })

  it.each([
    ['submission', { atOnce: true }, writer, 'alert_activated'],
    ['verification', { organisationId: second.id }, looker, 'alert_verified'],
    ['updates', { id: anId(), text: 'Адвоката впустили.' }, writer, 'alert_updated'],
    ['extension', { reason: 'Обыск идёт' }, writer, 'alert_extended'],
    ['outcome', { outcome: 'released' }, writer, 'alert_resolved'],
    ['cancellation', {}, writer, 'alert_cancelled'],
  ] as const)('does once what is asked twice: %s', async (act, json, who, type) => {
    const id = act === 'submission' ? await begin() : await sentOut()
    const both = await Promise.all([1, 2, 3].map(() => post(`/api/v1/alerts/${id}/${act}`, json, who)))
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await post(`/api/v1/alerts/${id}/${act}`, json, who)).status).toBe(200)
    expect((await typesOf(id)).filter((one) => one === type)).toHaveLength(1)
  })
})

describe('an alert that is over', () => {
  it('takes no update, no word of a second organisation and no other end, before the clock’s worker has come by, too', async () => {
    const id = await sentOut()
    pass(6)
    expect(await viewOf(id)).toMatchObject({ state: 'expired', may: { lead: false } })
    const asked = [
      post(`/api/v1/alerts/${id}/updates`, { text: 'Ещё' }),
      post(`/api/v1/alerts/${id}/extension`, { reason: 'Ещё' }),
      post(`/api/v1/alerts/${id}/outcome`, { outcome: 'fined' }),
      post(`/api/v1/alerts/${id}/cancellation`, {}),
      post(`/api/v1/alerts/${id}/verification`, { organisationId: second.id }, looker),
    ]
    for (const response of await Promise.all(asked)) expect(await problemOf(response)).toBe('alert_closed')
    await advanceAlerts(house.dependencies, clock())
    expect(await typesOf(id)).toEqual(['alert_activated', 'alert_drafted', 'alert_expired'])
    expect((await viewOf(id)).version).toBe(3)
  })

  it('is still there, whole, after the clock jumped ahead and back', async () => {
    const id = await sentOut(alertContent({ audience: 'organisation' }))
    pass(24 * 30)
    await advanceAlerts(house.dependencies, clock())
    pass(-24 * 30)
    await advanceAlerts(house.dependencies, clock())
    expect(await viewOf(id)).toMatchObject({ state: 'expired', restricted: alertContent().restricted })
  })
})

describe('what cannot be', () => {
  it.each([{}, { text: '' }, { text: ' ', publicText: { ru: '' } }])('an update that says nothing (%j)', async (json) => {
    expect(await problemOf(await post(`/api/v1/alerts/${await sentOut()}/updates`, json))).toBe('invalid')
  })

  it('an extension without a reason', async () => {
    expect(await problemOf(await post(`/api/v1/alerts/${await sentOut()}/extension`, { reason: ' ' }))).toBe('invalid')
  })

  it('more from one organisation alone to everybody than it could mean, while what others confirm goes out', async () => {
    const many = anOrganisation({ profile })
    await house.put(many)
    const who = aPersonOf(many.id)
    const answers: (number | undefined)[] = []
    for (let one = 0; one < 11; one += 1) {
      pass(0.01)
      const begun = await post(`/api/v1/organisations/${many.id}/alerts`, said(), who)
      const { id } = (await begun.json()) as AlertChanged
      answers.push((await post(`/api/v1/alerts/${id}/submission`, { atOnce: true }, who)).status)
      if (one === 10) answers.push((await post(`/api/v1/alerts/${id}/submission`, { atOnce: false }, who)).status)
    }
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429, 200])
  })

  it('is never a fault, whatever somebody sends', async () => {
    const id = await sentOut()
    const paths = ['submission', 'verification', 'updates', 'extension', 'outcome', 'cancellation']
    const content = fc.record(
      Object.fromEntries(Object.keys(alertContent()).map((key) => [key, fc.oneof(fc.jsonValue(), fc.constant(null))])),
      { requiredKeys: [] },
    )
    const routes = fc.constantFrom(drafts, ...paths.map((path) => `/api/v1/alerts/${id}/${path}`), '/api/v1/alerts/x/updates')
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.record({ content: fc.oneof(content, fc.jsonValue()), isExercise: fc.jsonValue(), id: fc.jsonValue() }),
      fc.record({ text: fc.string({ unit: 'binary' }), publicText: fc.dictionary(fc.string(), fc.string()) }),
    )
    await fc.assert(
      fc.asyncProperty(routes, bodies, async (path, json) => {
        pass(0.001)
        expect((await post(path, json)).status).toBeLessThan(500)
      }),
      { numRuns: 80 },
    )
  })

  it('too long for the store: the longest alert that the form takes is kept, and said out of', async () => {
    const long = (max: number) => '漢'.repeat(max)
    const languages = ['ru', 'en', 'ce', 'av', 'os', 'lez', 'dar', 'kum', 'lbe', 'tab', 'nog', 'inh', 'kbd', 'ady', 'krc', 'abq']
    const inAll = (max: number) => Object.fromEntries([...languages, 'az', 'tt', 'ka', 'hy'].map((one) => [one, long(max)]))
    const restricted = {
      who: long(300),
      known: long(4000),
      notKnown: long(2000),
      cautions: long(2000),
      authorities: long(2000),
      courtPlace: long(300),
    }
    const id = await sentOut(alertContent({ isPublic: true, headline: inAll(160), summary: inAll(1500), restricted }))
    const text = { text: long(4000), publicText: inAll(1500) }
    expect(await problemOf(await post(`/api/v1/alerts/${id}/updates`, text))).toBe('alert_full')
    expect((await post(`/api/v1/alerts/${id}/updates`, { text: 'Отпустили' })).status).toBe(200)
    expect((await post(`/api/v1/alerts/${id}/outcome`, { outcome: 'released', note: long(2000) })).status).toBe(200)
  })
})
