import type { AlertContent } from '@kunak/contracts/alerts'
import { inPartition, queryAll } from '@kunak/data'
import { advanceAlerts, alertSubject, loadAlert } from '@kunak/data/alerts'
import { secretsOf } from '@kunak/data/identity'
import { anAlert, freshDatabase, putAlert, storyTime, type TestDatabase } from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultsOf, type FaultyDatabase, makeFaulty } from './faulty-database.ts'

const secrets = secretsOf('a secret of the tests')
const after = (hours: number) => new Date(Date.parse(storyTime) + hours * 3_600_000)
let store: TestDatabase
let database: FaultyDatabase
beforeEach(async () => {
  store = await freshDatabase()
  database = makeFaulty(store.client)
})
afterEach(() => store[Symbol.asyncDispose]())

const tick = (hours: number) => advanceAlerts({ database: store, secrets }, after(hours))

/** Puts in an alert that is out; what comes back says how it stands. */
async function begin(content: Partial<AlertContent>) {
  const { id } = await putAlert({ database: store, secrets }, after(0), anAlert({ state: 'active', content }))
  return async () => {
    const alert = await loadAlert({ database: store, secrets }, id)
    const events = await queryAll(store, 'events', inPartition(alertSubject(id)))
    return {
      state: alert?.state,
      isWritten: alert?.raiserId !== null,
      widenedTo: alert?.widenedTo.map(({ to }) => to),
      happened: events.map(({ type }) => String(type)).sort(),
    }
  }
}

const ladder = [{ afterMinutes: 30, atLeast: 2, to: 'coordinators' as const }]

describe('whatever goes wrong at whichever call of the database', () => {
  it.each([
    ['asks for help further on', 1, { audience: 'organisation' as const, ladder }, ['alert_drafted', 'alert_widened']],
    ['ends and forgets an alert', 2 * 366 * 24, {}, ['alert_drafted', 'alert_expired', 'alert_forgotten']],
  ])('the clock’s worker, awake again, %s, each thing once', { timeout: 90_000 }, async (_, hours, content, happened) => {
    const clean = await begin(content)
    database.reset()
    await tick(hours)
    const planned = faultsOf([...database.calls])
    const promised = await clean()
    expect(promised.happened).toEqual(happened)
    expect(planned.length).toBeGreaterThan(10)

    for (const plan of planned) {
      const standing = await begin(content)
      database.reset(plan)
      await tick(hours).catch(() => undefined)
      expect(database.hasCome(), `${plan.fault} at call ${plan.place + 1}`).toBe(true)
      database.reset()
      // What broke is set aside for five minutes.
      await tick(hours)
      await tick(hours + 0.1)
      expect(await standing(), `${plan.fault} at call ${plan.place + 1}`).toEqual(promised)
    }
  })
})
