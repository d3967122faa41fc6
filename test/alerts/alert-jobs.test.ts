import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { AlertId, PersonId } from '@kunak/contracts'
import { writeAlertLetters } from '@kunak/data/letters'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPostOffice } from '../letters/a-post-office.ts'
import { aCrowd, addresses, alertOf, change, people } from './a-crowd.ts'

describe('the jobs of an alert', () => {
  const event = (n: number) => ({ subject: 'ALERT#x', id: `event ${n}` })
  const about = (alert: AlertId) => ({ why: 'out' as const, alerts: [alert] })

  it('take one kilobyte at most, fifty recipients and whom they reached included', async () => {
    await using office = await aPostOffice()
    const crowd = await aCrowd(office, { organisations: [{}], people: people(50) })
    await change(office, null, { after: alertOf(crowd), type: 'alert_activated' })
    await office.deliver()
    const { Items = [] } = await office.database.client.send(new ScanCommand({ TableName: office.database.tables.letters }))
    const job = Items.find(({ sk }) => sk === 'JOB') ?? {}
    // What a worker that has the job adds: `tried`, `lease`, `leaseUntil`; and what wakes it.
    const held = {
      ...job,
      tried: new Uint8Array(7),
      lease: 'x'.repeat(13),
      leaseUntil: 1,
      left: new Uint8Array(7),
      due: 'news',
      dueAt: 'x'.repeat(24),
    }
    const size = Object.entries(held).reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 0)
    expect([Items.filter(({ sk }) => sk === 'JOB').length, office.sent.length]).toEqual([1, 50])
    expect(size).toBeLessThanOrEqual(1024)
  })

  it('of a digest go on telling of one alert after another that they told of has ended', async () => {
    await using office = await aPostOffice()
    const all = { republics: [], pressures: [], leastUrgency: 'Unknown' as const, languages: [], channels: ['mail' as const] }
    const subscription = { rules: [all], digestHour: 9, timeZone: 'UTC', quiet: null, isChosen: true }
    const crowd = await aCrowd(office, { organisations: [{}], people: people(60, { subscription }) })
    const [one, other] = [alertOf(crowd, { urgency: 'Expected' }), alertOf(crowd, { urgency: 'Expected' })]
    for (const after of [one, other]) await change(office, null, { after, type: 'nothing_told' })
    await writeAlertLetters(office.database, office.now(), {
      event: { subject: 'DIGEST#2026-11-22T09:00:00.000Z', id: 'both' },
      about: { why: 'digest', alerts: [one.id, other.id] },
      people: crowd.people.map(({ id }) => id),
    })
    await office.deliver()
    expect(office.sent.splice(0)).toHaveLength(60)
    for (const before of [one, other]) {
      const closed = { at: office.now().toISOString(), outcome: null, note: '' }
      await change(office, before, { after: { ...before, version: 2, state: 'cancelled', closed }, type: 'alert_cancelled' })
      await office.deliver()
      expect(office.sent.splice(0)).toHaveLength(60)
    }
  })

  it('lose nobody and name nobody twice when the teller dies in the middle and finds other people on its second try', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 5 }), fc.nat({ max: 20 }), fc.nat({ max: 20 }), async (dies, gone, come) => {
        await using office = await aPostOffice()
        const crowd = await aCrowd(office, { organisations: [{}], people: people(220) })
        const alert = alertOf(crowd)
        await change(office, null, { after: alert, type: 'nothing_told' })
        const all = crowd.people.map(({ id }) => id).sort()
        const [first, second] = [all.slice(0, all.length - come), all.slice(gone)]
        let puts = 0
        const { client } = office.database
        const failing = new Proxy(client, {
          get: (target, name) =>
            name === 'send'
              ? (command: Parameters<typeof client.send>[0]) =>
                  JSON.stringify(command.input).includes('LETTERS#') && ++puts > dies
                    ? Promise.reject(new Error('The store is down.'))
                    : target.send(command)
              : (Reflect.get(target, name, target) as unknown),
        })
        const write = (people: readonly PersonId[], database: typeof office.database) =>
          writeAlertLetters(database, office.now(), { event: event(1), about: about(alert.id), people })
        await write(first, { ...office.database, client: failing }).catch(() => undefined)
        await write(second, office.database)
        await write(second, office.database)
        await office.deliver()
        const sent = office.told()
        expect(new Set(sent).size).toBe(sent.length)
        expect(addresses(second).filter((to) => !sent.includes(to))).toEqual([])
      }),
      { numRuns: 6 },
    )
  }, 60_000)
})

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1
  return Buffer.byteLength(String(value))
}
