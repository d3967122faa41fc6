import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { newUlid } from '@kunak/contracts'
import type { Letter, Posted } from '@kunak/contracts/identity'
import type { Database } from '@kunak/data'
import { secretsOf } from '@kunak/data/identity'
import { jobIdOf, sendLetters, tellPeople, wakeLetters } from '@kunak/data/letters'
import { anAlert, fixedClock, freshDatabase, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCrowd, change } from './a-crowd.ts'

const people = 70
const minuteMs = 60_000
const secrets = secretsOf('a secret of the tests')

/** What happens to one letter on its way: it goes out, in the end or not; or the worker dies before or after handing it over. */
type Fate = Posted | 'dies before' | 'dies after'
const fates = fc.infiniteStream(
  fc.oneof(
    { weight: 40, arbitrary: fc.constant('sent' as const) },
    { weight: 3, arbitrary: fc.constantFrom('later' as const, 'slow_down' as const, 'unanswered' as const) },
    { weight: 2, arbitrary: fc.constantFrom('dies before' as const, 'dies after' as const) },
  ),
)

/** The letters of one kind: to whom they came, and to whom they may have. */
const letters = () => ({ got: [] as string[], perhaps: new Set<string>() })

async function jobIdsIn(database: Database): Promise<string[]> {
  const asked = { FilterExpression: 'sk = :job', ExpressionAttributeValues: { ':job': 'JOB' } }
  const { Items = [] } = await database.client.send(new ScanCommand({ TableName: database.tables.letters, ...asked }))
  return Items.map(({ pk }) => jobIdOf(String(pk)) ?? '').sort()
}

/** An alert that goes out, is perhaps updated, and is called off with the letter of that number, or at last. */
async function live({ fate, cancelAt, isUpdated }: { fate: () => Fate; cancelAt: number; isUpdated: boolean }) {
  await using database = await freshDatabase()
  const now = fixedClock(storyTime)
  const house = { database, secrets, now, perSecond: 100_000 }
  const later = (ms: number) => now.moveTo(new Date(now().getTime() + ms).toISOString())
  const jobIds = () => jobIdsIn(database)
  const crowd = await aCrowd(house, {
    organisations: [{}, {}, {}],
    people: Array.from({ length: people }, (_, n) => ({ organisation: n % 3 })),
  })
  const alert = { ...anAlert({ state: 'active' }), raisedBy: crowd.organisations[0]?.id ?? anAlert().raisedBy }
  const kinds = { first: letters(), update: letters(), end: letters() }
  const kindOf = new Map<string, keyof typeof kinds>()
  let isWell = false
  let posted = 0
  const cancelled: Promise<unknown>[] = []

  /** Writes the letters of an event, and remembers of which kind they are. */
  const tell = async (kind: keyof typeof kinds, event: Parameters<typeof tellPeople>[1]) => {
    const known = new Set(await jobIds())
    await tellPeople(house, event)
    for (const id of await jobIds()) if (!known.has(id)) kindOf.set(id, kind)
  }
  const cancel = async () => {
    const closed = { at: now().toISOString(), outcome: null, note: '' }
    const after = { ...alert, version: 2, state: 'cancelled' as const, closed }
    await tell('end', await change(house, alert, { after, type: 'alert_cancelled' }))
  }
  /** One worker with one job, until it is done with it or dies. */
  const work = async (id: string) => {
    const dying = Promise.withResolvers<never>()
    const death = Promise.withResolvers<null>()
    const lastTen: string[] = []
    let isDead = false
    const post = async ({ to }: Letter): Promise<Posted> => {
      const into = kinds[kindOf.get(id) ?? 'first']
      posted += 1
      if (posted === cancelAt) await once(cancelled, cancel)
      if (lastTen.push(to) > 10) lastTen.shift()
      const outcome = isWell ? 'sent' : fate()
      const dies = outcome === 'dies before' || outcome === 'dies after'
      if (outcome === 'sent' || outcome === 'dies after') into.got.push(to)
      isDead ||= dies
      if (isDead) for (const one of lastTen) into.perhaps.add(one)
      if (outcome === 'unanswered') into.perhaps.add(to)
      if (!dies) return outcome
      death.resolve(null)
      return dying.promise
    }
    const wait = async (ms: number) => later(Math.min(ms, 100))
    await Promise.race([sendLetters({ ...house, origin: 'https://kunak.example', wait, post }, id), death.promise])
  }
  const workOnAll = async () => {
    await Promise.all((await jobIds()).map(work))
  }

  await tell('first', await change(house, null, { after: alert, type: 'alert_activated' }))
  await workOnAll()
  if (isUpdated && cancelled.length === 0) {
    await tell('update', { type: 'alert_updated', subject: `ALERT#${alert.id}`, id: newUlid(now().getTime()), data: {} })
    await workOnAll()
  }
  await once(cancelled, cancel)
  for (let minute = 0; minute < 4; minute += 1) {
    isWell = minute > 1
    later(minuteMs)
    await wakeLetters(database, now())
    await workOnAll()
  }
  later(70 * minuteMs)
  await workOnAll()
  return kinds
}

/** What was begun is not begun again, and awaited by all. */
async function once(begun: Promise<unknown>[], begin: () => Promise<unknown>): Promise<void> {
  if (begun.length === 0) begun.push(begin())
  await begun[0]
}

describe('calling an alert off', () => {
  it('reaches exactly those whom it has reached, whenever it happens, whoever dies and however mail fails', async () => {
    const seen = { reached: 0, told: 0, untold: 0 }
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 110 }), fc.boolean(), async (stream, cancelAt, isUpdated) => {
        const { first, end } = await live({ fate: () => stream.next().value ?? 'sent', cancelAt, isUpdated })
        const [reached, told] = [new Set(first.got), new Set(end.got)]
        // Of whom nobody knows whether she got the first letter, she is told to be sure: it says nothing.
        const missed = reached.difference(told)
        const tooMany = told.difference(reached).difference(first.perhaps)
        expect({ missed: missed.size, tooMany: tooMany.size }).toEqual({ missed: 0, tooMany: 0 })
        seen.reached += reached.size
        seen.told += told.size
        seen.untold += people - told.size
      }),
      { numRuns: 12 },
    )
    expect(Object.values(seen).every((many) => many > 100)).toBe(true)
  }, 120_000)

  it('reaches everybody once where nobody dies and mail works', async () => {
    const { first, update, end } = await live({ fate: () => 'sent', cancelAt: Infinity, isUpdated: true })
    for (const { got } of [first, update, end]) expect([got.length, new Set(got).size]).toEqual([people, people])
  })
})
