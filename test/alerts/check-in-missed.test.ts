import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { inPartition, loadItem, queryAll } from '@kunak/data'
import { loadAlert, loadCheckIn } from '@kunak/data/alerts'
import { eraseAccount } from '@kunak/data/identity'
import { anApi, anOrganisation, aPerson, aPersonOf, fixedClock, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultsOf, makeFaulty } from '../faults/faulty-database.ts'
import { CheckInStory, firstDate, graceOver } from './check-in-story.ts'

const clock = fixedClock('2026-11-22T12:00:00Z')
let house: TestApi
let story: CheckInStory
beforeAll(async () => {
  house = await anApi({ now: clock })
  story = new CheckInStory(house, clock)
})
afterAll(() => house[Symbol.asyncDispose]())
beforeEach(() => clock.moveTo('2026-11-22T12:00:00Z'))

describe('a check-in that is missed', () => {
  it('reminds its owner at the date, and tells her circle when the grace is over', async () => {
    const her = await story.somebody()
    clock.moveTo(firstDate)
    await story.tick()
    expect(await story.view(her)).toMatchObject({ phase: 'grace', raisesAt: '2026-11-22T16:00:00.000Z' })
    expect(await story.eventsOf(her)).toEqual([{ type: 'check_in_missed', data: { personId: her.who.personId } }])
    clock.moveTo('2026-11-22T15:59:59Z')
    await story.tick()
    clock.moveTo(graceOver)
    await story.tick()
    expect(await story.view(her)).toMatchObject({ phase: 'raised', raised: { audience: 'circle' }, dueAt: null })
    expect((await story.eventsOf(her)).map(({ type }) => type)).toEqual(['check_in_missed', 'check_in_raised'])
    expect(await story.alertOf(her, aPersonOf(her.neighbour.id, 'member'))).toMatchObject({ state: 'active', audience: 'circle' })
    expect(await story.alertOf(her, aPersonOf(anOrganisation().id))).toBeNull()
  })

  it('is raised once, whoever else does the same, however the clock jumps, and whatever goes wrong at any call', async () => {
    const database = makeFaulty(house.database.client)
    let came = 0
    database.reset()
    const first = await story.somebody()
    clock.moveTo('2026-11-26T09:00:00Z')
    database.reset()
    await story.tick()
    const wrong = faultsOf([...database.calls])
    expect(await story.view(first)).toMatchObject({ phase: 'raised' })
    for (const planned of wrong) {
      clock.moveTo('2026-11-22T12:00:00Z')
      const her = await story.somebody()
      clock.moveTo('2026-11-26T09:00:00Z')
      database.reset(planned)
      await story.tick().catch(() => undefined)
      came += database.hasCome() ? 1 : 0
      database.reset()
      // A clock that is set back, and two workers at once.
      clock.moveTo('2026-11-22T18:00:00Z')
      await Promise.all([story.tick(), story.tick()])
      expect(await story.view(her), JSON.stringify(planned)).toMatchObject({ phase: 'raised' })
      expect((await story.eventsOf(her)).map(({ type }) => type)).toEqual(['check_in_raised'])
      const raised = (await loadCheckIn(house.dependencies, clock(), her.checkIn.id))?.raised
      const alert = raised?.alertId ? await loadAlert(house.dependencies, raised.alertId) : null
      expect(alert?.state).toBe('active')
      const listed = await queryAll(house.database, 'alerts', inPartition(`LIST#ORGANISATION#${her.own.id}`))
      expect(listed).toHaveLength(1)
    }
    expect(came).toBe(wrong.length)
  })

  it('keeps no other from being raised where it cannot be read', async () => {
    const [broken, her] = [await story.somebody(), await story.somebody()]
    const item = await loadItem(house.database, 'alerts', { pk: `CHECK_IN#${broken.checkIn.id}`, sk: 'STATE' })
    await house.database.client.send(new PutCommand({ TableName: house.database.tables.alerts, Item: { ...item, sealed: 'x' } }))
    clock.moveTo(graceOver)
    await expect(story.tick()).rejects.toThrow()
    expect(await story.view(her)).toMatchObject({ phase: 'raised' })
    await house.database.client.send(
      new PutCommand({ TableName: house.database.tables.alerts, Item: { ...item, due: undefined, dueAt: undefined } }),
    )
  })

  it.each([
    ['its circle', { audience: 'circle' }, 'circle'],
    ['coordinators in place of its own people', { audience: 'organisation', circleId: null }, 'coordinators'],
  ] as const)('tells %s where the organisation is frozen: a freeze silences nobody', async (_, said, audience) => {
    const her = await story.somebody(said)
    await story.freeze(her.own)
    clock.moveTo(graceOver)
    await story.tick()
    expect((await loadCheckIn(house.dependencies, clock(), her.checkIn.id))?.raised?.audience).toBe(audience)
    const reader = audience === 'circle' ? aPersonOf(her.neighbour.id) : aPerson({ isCoordinator: true })
    expect(await story.alertOf(her, reader)).toMatchObject({ state: 'active', raisedBy: null })
  })

  it('is only shown to her where she practises alone, and says that it is an exercise where she practises with others', async () => {
    const [alone, together] = [await story.somebody({ drill: 'alone' }), await story.somebody({ drill: 'exercise' })]
    clock.moveTo(graceOver)
    await story.tick()
    expect(await story.view(alone)).toMatchObject({ phase: 'raised', raised: { alertId: null, audience: 'circle' } })
    expect(await queryAll(house.database, 'alerts', inPartition(`LIST#CIRCLE#${alone.checkIn.plan.circleId}`))).toEqual([])
    expect(await story.alertOf(together, aPersonOf(together.neighbour.id))).toMatchObject({ isExercise: true })
  })

  it('is forgotten, and tells nobody, where its owner has erased her account meanwhile', async () => {
    const her = await story.somebody()
    const hasLeft = () => Promise.resolve(new Set([her.own.id]))
    await eraseAccount(house.database, clock(), { personId: her.who.personId, hasLeft })
    clock.moveTo(graceOver)
    await story.tick()
    expect(await loadCheckIn(house.dependencies, clock(), her.checkIn.id)).toBeNull()
    expect(await story.eventsOf(her)).toEqual([])
  })
})
