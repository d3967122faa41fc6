import { aCircle, aCircleId, anOrganisation, aPersonOf, putCircle, storyTime } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import type { RollCall } from '@kunak/contracts/alerts'
import { aCallForHelp, bodyOf, type CallForHelp, eventsOf } from './a-call-for-help.ts'

const answer = ({ house, path }: CallForHelp, who: CallForHelp['helper'], json: object) =>
  house.ask(who, 'POST', `${path}/answer`, { json })
const remindedOf = async (call: CallForHelp, type: string) => (await eventsOf(call)).filter((event) => event['type'] === type)

describe('an answer', () => {
  it('is one a person, and can be changed', async () => {
    await using call = await aCallForHelp()
    const organisationId = call.helping.id
    for (const said of ['seen', 'can_help', 'can_help', 'cannot'])
      expect((await answer(call, call.helper, { answer: said, organisationId })).status).toBe(200)
    await answer(call, call.coordinator, { answer: 'can_help', organisationId: null })
    const seen = await call.seen(call.helper)
    expect(seen.answers).toEqual({ seen: 0, can_help: 1, cannot: 1 })
    expect(seen.mine).toMatchObject({ answer: 'cannot', organisationId })
    expect(await remindedOf(call, 'alert_answered')).toHaveLength(4)
  })

  it('names an organisation of hers, where she has one, and is not asked of those who lead the alert', async () => {
    await using call = await aCallForHelp()
    expect((await answer(call, call.helper, { answer: 'seen', organisationId: null })).status).toBe(422)
    expect((await answer(call, call.helper, { answer: 'seen', organisationId: call.other.id })).status).toBe(403)
    expect((await answer(call, call.lead, { answer: 'seen', organisationId: call.raising.id })).status).toBe(403)
  })

  it('ends with the alert', async () => {
    await using call = await aCallForHelp()
    await call.house.ask(call.helper, 'PUT', `${call.path}/reminder`, { json: { hours: 3 } })
    await call.house.ask(call.lead, 'POST', `${call.path}/cancellation`, { json: {} })
    expect((await answer(call, call.helper, { answer: 'seen', organisationId: call.helping.id })).status).toBe(409)
    call.clock.moveTo('2026-11-22T12:00:00Z')
    await call.tick()
    expect(await remindedOf(call, 'alert_reminder_due')).toEqual([])
    expect((await call.seen(call.helper)).remindAt).toBeNull()
  })
})

describe('the roll-call', () => {
  it('says who of the network has answered what and who has not; others than those who lead see numbers only', async () => {
    await using call = await aCallForHelp()
    await answer(call, call.helper, { answer: 'can_help', organisationId: call.helping.id })
    await answer(call, aPersonOf(call.helping.id), { answer: 'seen', organisationId: call.helping.id })
    await answer(call, call.coordinator, { answer: 'cannot', organisationId: null })
    const called = await bodyOf<RollCall>(await call.house.ask(call.lead, 'GET', `${call.path}/roll-call`))
    expect(called).toMatchObject({
      answered: [{ organisation: { id: call.helping.id }, answers: { seen: 1, can_help: 1, cannot: 0 } }],
      others: { seen: 0, can_help: 0, cannot: 1 },
      silent: [{ id: call.other.id }],
      moreSilent: 0,
    })
    expect((await call.house.ask(call.helper, 'GET', `${call.path}/roll-call`)).status).toBe(403)
  })
})

describe('the roll-call of a circle', () => {
  it('names its organisations to nobody outside of it, though she may see who answered', async () => {
    const circleId = aCircleId()
    await using call = await aCallForHelp({
      content: { audience: 'circle', circleId },
      widenedTo: [{ to: 'coordinators', at: storyTime }],
    })
    const [inside, silent] = [anOrganisation({ circles: [circleId] }), anOrganisation({ circles: [circleId] })]
    await call.house.put(inside, silent)
    await putCircle(call.house.database, call.clock(), aCircle({ id: circleId, members: [inside, silent] }))
    await answer(call, aPersonOf(inside.id), { answer: 'can_help', organisationId: inside.id })
    const called = await bodyOf<RollCall>(await call.house.ask(call.coordinator, 'GET', `${call.path}/roll-call`))
    expect(called).toMatchObject({ answered: [{ organisation: { id: inside.id } }], silent: [], moreSilent: 0 })
  })
})

describe('reminders', () => {
  it('come once, when she asked for them', async () => {
    await using call = await aCallForHelp()
    await call.house.ask(call.helper, 'PUT', `${call.path}/reminder`, { json: { hours: 3 } })
    expect((await call.seen(call.helper)).remindAt).toBe('2026-11-22T12:00:00.000Z')
    await call.tick()
    expect(await remindedOf(call, 'alert_reminder_due')).toEqual([])
    call.clock.moveTo('2026-11-22T12:00:00Z')
    await Promise.all([call.tick(), call.tick()])
    expect((await remindedOf(call, 'alert_reminder_due')).map(({ data }) => data)).toEqual([{ personId: call.helper.personId }])
  })

  it('are taken back', async () => {
    await using call = await aCallForHelp()
    await call.house.ask(call.helper, 'PUT', `${call.path}/reminder`, { json: { hours: 3 } })
    await call.house.ask(call.helper, 'DELETE', `${call.path}/reminder`)
    call.clock.moveTo('2026-11-22T13:00:00Z')
    await call.tick()
    expect(await remindedOf(call, 'alert_reminder_due')).toEqual([])
  })

  it('ask those who are silent once more before a step of the ladder, unless enough have answered', async () => {
    const ladder = [
      { afterMinutes: 60, atLeast: 1, to: 'coordinators' as const },
      { afterMinutes: 120, atLeast: 2, to: 'network' as const },
    ]
    await using call = await aCallForHelp({ content: { ladder } })
    call.clock.moveTo('2026-11-22T09:39:00Z')
    await call.tick()
    expect(await remindedOf(call, 'alert_asked_again')).toEqual([])
    call.clock.moveTo('2026-11-22T09:40:00Z')
    await call.tick()
    await call.tick()
    expect(await remindedOf(call, 'alert_asked_again')).toHaveLength(1)
    await answer(call, call.helper, { answer: 'can_help', organisationId: call.helping.id })
    await answer(call, call.stranger, { answer: 'can_help', organisationId: call.other.id })
    for (const at of ['10:00', '10:40', '11:00']) {
      call.clock.moveTo(`2026-11-22T${at}:00Z`)
      await call.tick()
    }
    expect(await remindedOf(call, 'alert_asked_again')).toHaveLength(1)
  })
})
