import type { Alert, AlertStatistics } from '@kunak/contracts/alerts'
import { loadAlert, saveAlert } from '@kunak/data/alerts'
import { anAlert, anApi, aPerson, fixedClock, putAlert, storyTime, type TestApi } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dump } from '../security/dump.ts'

const now = fixedClock(storyTime)
const coordinator = aPerson({ isCoordinator: true })
let house: TestApi
beforeEach(async () => void (house = await anApi({ now })))
afterEach(() => house[Symbol.asyncDispose]())

type Said = NonNullable<Parameters<typeof anAlert>[0]>
const closedAt = '2026-11-23T09:00:00.000Z'

/** An alert that is out, and then ends as told. */
async function ending(end: Partial<Alert>, said: Said = {}): Promise<Alert> {
  const before = await putAlert(house.dependencies, now(), anAlert({ state: 'active', ...said }))
  const after = { ...before, version: 2, closed: { at: closedAt, outcome: null, note: '' }, ...end }
  const event = { type: 'alert_resolved', actor: null, data: {} }
  const saved = await saveAlert(house.dependencies, now(), { before, after, event })
  expect(saved.ok).toBe(true)
  return after
}
const statistics = async (year = '') => {
  const answer = await house.ask(coordinator, 'GET', `/api/v1/desk/statistics${year}`)
  return (await answer.json()) as AlertStatistics
}
const rows = async () =>
  (await statistics()).rows.map(({ isExercise, republic, term, counts }) => ({ isExercise, republic, term, ...counts }))

describe('the yearly statistics', () => {
  it('count an alert once for each act, when it ends and not before', async () => {
    const alert = await putAlert(house.dependencies, now(), anAlert({ state: 'active' }))
    expect(await rows()).toEqual([])
    await ending({ state: 'resolved' }, { content: { pressures: ['raid', 'detention', 'criminal_case', 'inspection'] } })
    const one = { isExercise: false, republic: 'RU-DA', ended: 'few', unconfirmed: 0, false_alarm: 0 }
    expect(await rows()).toEqual(['030101000000', '120102000000', 'none'].map((term) => ({ ...one, term })))
    expect((await loadAlert(house.dependencies, alert.id))?.closed).toBe(null)
  })

  it('say “1–2” for whatever is less than three, and count what nobody confirmed and false alarms apart', async () => {
    for (let count = 0; count < 3; count += 1) await ending({ state: 'resolved' })
    await ending({ state: 'cancelled' })
    await ending({ state: 'expired' }, { unverifiedUntil: closedAt })
    await ending({ state: 'resolved' }, { isExercise: true })
    expect(await rows()).toEqual([
      { isExercise: false, republic: 'RU-DA', term: '120102000000', ended: 3, unconfirmed: 'few', false_alarm: 'few' },
      { isExercise: true, republic: 'RU-DA', term: '120102000000', ended: 'few', unconfirmed: 0, false_alarm: 0 },
    ])
    const csv = await house.ask(coordinator, 'GET', '/api/v1/exports/alert-statistics.csv', {
      headers: { 'accept-language': 'en' },
    })
    expect(csv.headers.get('content-disposition')).toContain('statistics-2026.csv')
    const [, line] = (await csv.text()).split('\r\n')
    expect(line).toBe('"2026","no","RU-DA","Dagestan","120102000000","Search or raid of an office","3","1–2","1–2"')
  })

  it('count one that two people end at the same moment once', async () => {
    const before = await putAlert(house.dependencies, now(), anAlert({ state: 'active' }))
    const after: Alert = { ...before, version: 2, state: 'resolved', closed: { at: closedAt, outcome: 'released', note: '' } }
    const event = { type: 'alert_resolved', actor: null, data: {} }
    const saved = await Promise.all([1, 2, 3].map(() => saveAlert(house.dependencies, now(), { before, after, event })))
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await rows()).map(({ ended }) => ended)).toEqual(['few'])
    expect(await dump(house.database)).toContain('"ended":1')
  })

  it('forget nothing when the alert changes after its end, and count nothing twice', async () => {
    const before = await ending({ state: 'resolved' })
    const event = { type: 'alert_forgotten', actor: 'system' as const, data: {} }
    await saveAlert(house.dependencies, now(), { before, after: { ...before, version: 3, forgottenAt: closedAt }, event })
    expect(await dump(house.database)).toContain('"ended":1')
  })

  it('hold nothing that leads back to an alert, and are by year', async () => {
    const alert = await ending({ state: 'resolved' })
    const { Items = [] } = await house.database.client.send(await countersOf())
    expect(Items).toHaveLength(1)
    expect(Object.keys(Items[0] ?? {}).sort()).toEqual(['ended', 'pk', 'sk'])
    expect(JSON.stringify(Items)).not.toContain(alert.id)
    expect((await statistics('?year=2027')).rows).toEqual([])
    expect((await house.ask(coordinator, 'GET', '/api/v1/desk/statistics?year=1999')).status).toBe(422)
  })
})

async function countersOf() {
  const { QueryCommand } = await import('@aws-sdk/lib-dynamodb')
  return new QueryCommand({
    TableName: house.database.tables.alerts,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'STATISTICS#2026' },
  })
}
