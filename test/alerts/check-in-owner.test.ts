import type { CheckInView } from '@kunak/contracts/alerts'
import { inPartition, queryAll } from '@kunak/data'
import { loadCheckIn } from '@kunak/data/alerts'
import { aCheckInId, anApi, aPersonOf, checkInCodes, fixedClock, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CheckInStory, graceOver, type Her } from './check-in-story.ts'

const clock = fixedClock('2026-11-22T12:00:00Z')
let house: TestApi
let story: CheckInStory
beforeAll(async () => {
  house = await anApi({ now: clock })
  story = new CheckInStory(house, clock)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => clock.moveTo('2026-11-22T12:00:00Z'))

describe('its owner', () => {
  const json = (her: Her, said: object = {}) => ({
    json: { id: aCheckInId(), plan: her.checkIn.plan, codes: checkInCodes, ...said },
  })

  it('plans one check-in, however often she sends her page, and several at once', async () => {
    const her = await story.somebody()
    const page = json(her)
    const answers = await Promise.all([1, 2, 3].map(() => house.ask(her.who, 'POST', '/api/v1/check-ins', page)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const { items } = (await (await house.ask(her.who, 'GET', '/api/v1/check-ins')).json()) as { items: CheckInView[] }
    expect(items.map(({ id }) => id).sort()).toEqual([page.json.id, her.checkIn.id].sort())
    const other = await story.somebody()
    const taken = await house.ask(other.who, 'POST', '/api/v1/check-ins', json(other, { id: page.json.id }))
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('"/id"')])
  })

  it('has ten running at most, and codes that no slip of a finger makes alike', async () => {
    const her = await story.somebody()
    const alike = await house.ask(her.who, 'POST', '/api/v1/check-ins', json(her, { codes: { cancel: '4711', duress: '4712' } }))
    expect([alike.status, await alike.text()]).toEqual([422, expect.stringContaining('"/codes/duress"')])
    for (let count = 2; count <= 10; count += 1)
      expect((await house.ask(her.who, 'POST', '/api/v1/check-ins', json(her))).status).toBe(201)
    expect((await house.ask(her.who, 'POST', '/api/v1/check-ins', json(her))).status).toBe(409)
  })

  it('reports by one request, twice at once, and nothing happens until the next date', async () => {
    const her = await story.somebody()
    const answers = await Promise.all([1, 2].map(() => house.ask(her.who, 'POST', `${her.path}/report`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await story.eventsOf(her)).map(({ type }) => type)).toEqual(['check_in_reported'])
    clock.moveTo(graceOver)
    await story.tick()
    expect(await story.view(her)).toMatchObject({ phase: 'waiting', dueAt: '2026-11-23T15:00:00.000Z' })
  })

  it('cancels with her code, twice without harm, and nothing is raised', async () => {
    const her = await story.somebody()
    const cancel = { json: { code: 'Тихий  вечер' } }
    for (const status of [200, 200])
      expect((await house.ask(her.who, 'POST', `${her.path}/cancellation`, cancel)).status).toBe(status)
    clock.moveTo(graceOver)
    await story.tick()
    expect(await story.view(her)).toMatchObject({ phase: 'ended', ended: { why: 'cancelled' }, raised: null })
  })

  it('calls off with her code what is out already', async () => {
    const her = await story.somebody()
    clock.moveTo(graceOver)
    await story.tick()
    expect((await house.ask(her.who, 'POST', `${her.path}/report`)).status).toBe(409)
    const cancel = { json: { code: checkInCodes.cancel } }
    expect((await house.ask(her.who, 'POST', `${her.path}/cancellation`, cancel)).status).toBe(200)
    expect(await story.alertOf(her, aPersonOf(her.neighbour.id))).toMatchObject({ state: 'cancelled' })
  })

  it('changes her plan with a code, for the version that she sees', async () => {
    const her = await story.somebody()
    const plan = { ...her.checkIn.plan, schedule: { ...her.checkIn.plan.schedule, time: '20:00' } }
    const change = (code: string, version: number) =>
      house.ask(her.who, 'PUT', her.path, { json: { plan, code }, headers: { 'if-match': `"${version}"` } })
    expect((await change('another one', 1)).status).toBe(422)
    expect((await change(checkInCodes.cancel, 7)).status).toBe(409)
    expect((await change(checkInCodes.cancel, 1)).status).toBe(200)
    expect(await story.view(her)).toMatchObject({ dueAt: '2026-11-22T17:00:00.000Z', version: 2 })
    // Her other click.
    expect((await change(checkInCodes.cancel, 1)).status).toBe(200)
  })

  it('keeps what has ended for a month, and no longer', async () => {
    const her = await story.somebody()
    await house.ask(her.who, 'POST', `${her.path}/cancellation`, { json: { code: checkInCodes.cancel } })
    clock.moveTo('2026-12-22T11:59:59Z')
    expect((await house.ask(her.who, 'GET', her.path)).status).toBe(200)
    clock.moveTo('2026-12-22T12:00:01Z')
    expect((await house.ask(her.who, 'GET', her.path)).status).toBe(404)
    const { items } = (await (await house.ask(her.who, 'GET', '/api/v1/check-ins')).json()) as { items: CheckInView[] }
    expect(items).toEqual([])
  })

  it('does not erase her account over a check-in that is running; with the account go those that have ended', async () => {
    const her = await story.somebody()
    const second = aPersonOf(her.own.id, 'steward')
    await house.ask(second, 'GET', '/api/v1/me')
    const erase = () => house.ask(her.who, 'DELETE', '/api/v1/account', { stepUp: true })
    const refused = await erase()
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('check_in_running')])
    await house.ask(her.who, 'POST', `${her.path}/cancellation`, { json: { code: checkInCodes.cancel } })
    expect((await erase()).status).toBe(200)
    expect(await loadCheckIn(house.dependencies, clock(), her.checkIn.id)).toBeNull()
    expect(await queryAll(house.database, 'alerts', inPartition(`PERSON#${her.who.personId}`))).toEqual([])
  })

  it('carries her check-ins away with her account, without the codes', async () => {
    const her = await story.somebody()
    const text = await (await house.ask(her.who, 'GET', '/api/v1/account/export', { stepUp: true })).text()
    expect(text).toContain('серая «Нива»')
    expect(text).not.toMatch(/codes|duress/)
  })
})
