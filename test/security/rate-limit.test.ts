import { takeToken } from '@kunak/data/identity'
import { fixedClock, freshDatabase, type TestDatabase, anApi, anOrganisation, aPersonOf } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dump } from './dump.ts'

let database: TestDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database[Symbol.asyncDispose]())

const bucket = { kind: 'change', secret: 'a key', burst: 20, everyMs: 1000 }

describe('rate limits', () => {
  it('let at most the burst through, however many ask at once', async () => {
    const now = new Date('2026-11-22T09:00:00Z')
    const asked = Array.from({ length: 1000 }, () => takeToken(database, now, { ...bucket, source: '192.0.2.1' }))
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(20)
  })

  it('give one token back with time, and never more than the burst', async () => {
    const clock = fixedClock('2026-11-22T10:00:00Z')
    const take = () => takeToken(database, clock(), { ...bucket, burst: 2, source: '192.0.2.2' })
    expect([await take(), await take(), await take()]).toEqual([true, true, false])
    clock.moveTo('2026-11-22T10:00:01Z')
    expect([await take(), await take()]).toEqual([true, false])
    clock.moveTo('2026-11-22T12:00:00Z')
    expect([await take(), await take(), await take()]).toEqual([true, true, false])
  })

  it('let somebody through whose bucket was used before the clock was set back', async () => {
    const take = (at: string) => takeToken(database, new Date(at), { ...bucket, burst: 1, source: '192.0.2.5' })
    expect([await take('2026-11-23T10:00:00Z'), await take('2026-11-23T10:00:00Z')]).toEqual([true, false])
    expect([await take('2026-11-22T13:00:00Z'), await take('2026-11-22T13:00:00Z')]).toEqual([true, false])
  })

  it('keep sources apart, and keep nothing that says who they were', async () => {
    const now = new Date('2026-11-22T11:00:00Z')
    expect(await takeToken(database, now, { ...bucket, burst: 1, source: '192.0.2.3' })).toBe(true)
    expect(await takeToken(database, now, { ...bucket, burst: 1, source: '192.0.2.4' })).toBe(true)
    expect(await dump(database)).not.toContain('192.0.2')
  })

  it('answer 429 with a time to wait, and change nothing', async () => {
    await using house = await anApi()
    const own = anOrganisation()
    await house.put(own)
    const who = aPersonOf(own.id)
    const ask = () => house.ask(who, 'POST', `/api/v1/organisations/${own.id}/assurance`)
    const statuses = []
    for (let count = 0; count < 61; count += 1) statuses.push((await ask()).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(60)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'too_many' })
  })

  it('let readers and writers through when the store of buckets is down', async () => {
    await using house = await anApi()
    let refusals = 0
    await using open = await anApi({ database: withoutBuckets(house.database, () => (refusals += 1)) })
    const own = anOrganisation()
    await house.put(own)
    const who = aPersonOf(own.id)
    expect((await open.ask(who, 'GET', `/api/v1/exports/organisations.csv`)).status).toBe(200)
    expect((await open.ask(who, 'POST', `/api/v1/organisations/${own.id}/assurance`)).status).toBe(200)
    expect(refusals).toBe(2)
  })
})

/** The same database, which keeps everything but buckets. */
function withoutBuckets(database: TestDatabase, hear: () => void): TestDatabase {
  const client = new Proxy(database.client, {
    get: (target, name) =>
      name === 'send'
        ? (command: Parameters<typeof target.send>[0]) => {
            if (!JSON.stringify(command.input).includes('BUCKET#')) return target.send(command)
            hear()
            return Promise.reject(new Error('The store of buckets is down.'))
          }
        : (Reflect.get(target, name, target) as unknown),
  })
  return { ...database, client }
}
