import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '@kunak/data'
import { secretsOf } from '@kunak/data/identity'
import { jobIdOf, sendLetters, tellPeople, wakeLetters } from '@kunak/data/letters'
import { freshDatabase, storyTime } from '@kunak/testing'
import { aCrowd, alertOf, change, type Crowd, type House, people } from '../alerts/a-crowd.ts'
import { killWorker, type KillReport } from '../alerts/kill-worker.ts'
import { countingUnits, type Units } from './count-units.ts'
import { raisingCosts } from './raise-alerts.ts'
import type { Row } from './row.ts'
import { stubClock } from './stub-clock.ts'

const recipients = 10_000
const workers = 4
const secrets = secretsOf('a secret of the bench')

/**
 * List prices in US dollars, of us-east-1 (https://aws.amazon.com/dynamodb/pricing/on-demand/, https://aws.amazon.com/lambda/pricing/,
 * https://aws.amazon.com/ses/pricing/): of a million write and read units, of a gigabyte second on Arm, of a million calls, of a thousand
 * letters.
 */
const prices = { writes: 0.625, reads: 0.125, gigabyteSecond: 0.0000133334, calls: 0.2, letters: 0.1 }
const workerGigabytes = 0.5

/** An alert to ten thousand people: the jobs, the letters, what that costs, what raising it costs, and what a dying worker does to it. */
export async function bench(): Promise<readonly Row[]> {
  await using store = await freshDatabase()
  const rows: Row[] = []
  const row = (what: string, value: number, unit: Row['unit'], promise: Pick<Row, 'atMost' | 'atLeast'> = {}) =>
    void rows.push({ bench: 'alerts', what, value, unit, ...promise })
  const crowd = await aCrowd(
    { database: store, secrets, now: () => new Date(storyTime) },
    { organisations: Array.from({ length: 300 }, () => ({})), people: spread(recipients, 300) },
  )

  for (const perSecond of [null, 14, 200]) {
    const told = await tellThem(store, crowd, perSecond)
    const name = perSecond === null ? 'as fast as it goes' : `at ${perSecond} a second`
    row(`${name}: all jobs written`, told.tellingMs, 'ms', { atMost: 2000 })
    if (perSecond === null) row(`${name}: drained`, told.drainedSeconds * 1000, 'ms', { atMost: 60_000 })
    else
      row(`${name}: drained, beside recipients ÷ rate`, told.drainedSeconds / (recipients / perSecond), 'ratio', { atMost: 1.1 })
    row(`${name}: told twice or never`, told.duplicates + told.lost, 'count', { atMost: 0 })
    row(`${name}: write units a recipient`, told.units.writes / recipients, 'ratio', { atMost: 0.3 })
    row(`${name}: read units a recipient`, told.units.reads / recipients, 'ratio')
    row(
      `${name}: cost beside the carrier’s own price`,
      costOf(told, perSecond) / ((recipients / 1000) * prices.letters),
      'ratio',
      {
        atMost: 1.05,
      },
    )
  }
  for (const cost of await raisingCosts()) row(cost.what, cost.value, cost.unit, cost.promise)
  for (const [what, value, unit, atMost] of rowsOf(await killedWorker()))
    row(what, value, unit, atMost === undefined ? {} : { atMost })
  return rows
}

const spread = (count: number, over: number) => people(count).map((one, n) => ({ ...one, organisation: n % over }))

interface Told {
  readonly tellingMs: number
  /** By the stub clock where letters have a rate, else by the clock on the wall. */
  readonly drainedSeconds: number
  readonly duplicates: number
  readonly lost: number
  readonly units: Units
}

/** Tells everybody of one more alert, with so many workers at once, each with one job after another, as the streams hand them over. */
async function tellThem(store: Database, crowd: Crowd, perSecond: number | null): Promise<Told> {
  const { database, units } = countingUnits(store)
  const started = { at: performance.now() }
  const clock =
    perSecond === null ? wallClock() : stubClock(new Date(Date.parse(storyTime) + perSecond * 86_400_000).toISOString())
  const house: House & { perSecond: number } = { database, secrets, now: clock.now, perSecond: perSecond ?? 1_000_000 }
  // What changing the alert takes is the request's.
  const activeAt = clock.now().toISOString()
  const until = new Date(clock.now().getTime() + 72 * 3_600_000).toISOString()
  const after = { ...alertOf(crowd), activeAt, until }
  const event = await change({ ...house, database: store }, null, { after, type: 'alert_activated' })
  started.at = performance.now()
  await tellPeople(house, event)
  const tellingMs = performance.now() - started.at

  const jobs = await jobIds(store)
  const sent = new Map<string, number>()
  const post = ({ to }: { readonly to: string }) => {
    sent.set(to, (sent.get(to) ?? 0) + 1)
    return Promise.resolve('sent' as const)
  }
  const sender = { ...house, origin: 'https://kunak.example', wait: clock.wait, post }
  const from = clock.now().getTime()
  let left = jobs.length
  let drainedAt = from
  const work = async () => {
    for (let id = jobs.shift(); id !== undefined; id = jobs.shift()) {
      await sendLetters(sender, id)
      left -= 1
    }
    drainedAt = clock.now().getTime()
    clock.ends()
  }
  /** The clock's own worker, which may not cost anything where nothing is due. */
  const tick = async () => {
    while (left > 0) {
      await clock.wait(60_000)
      await wakeLetters(database, clock.now())
    }
    clock.ends()
  }
  const all = [...Array.from({ length: workers }, () => work), ...(perSecond === null ? [] : [tick])]
  for (const _ of all) clock.begins()
  await Promise.all(all.map((one) => one()))
  const counts = [...sent.values()]
  return {
    tellingMs,
    drainedSeconds: (drainedAt - from) / 1000,
    duplicates: counts.filter((count) => count > 1).length,
    lost: crowd.people.length - counts.length,
    units,
  }
}

function wallClock(): ReturnType<typeof stubClock> {
  const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
  return { now: () => new Date(), wait, begins: () => undefined, ends: () => undefined }
}

/** The jobs that are not done, in the order in which they were written, which is that of the stream. */
async function jobIds({ client, tables }: Database): Promise<string[]> {
  const found: { readonly id: string; readonly dueAt: string }[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tables.letters, ExclusiveStartKey, ProjectionExpression: 'pk, dueAt' }),
    )
    for (const { pk, dueAt } of page.Items ?? [])
      if (dueAt !== undefined) found.push({ id: jobIdOf(String(pk)) ?? '', dueAt: String(dueAt) })
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found.sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1)).map(({ id }) => id)
}

/** What an alert costs: the carrier’s price, the store's units, and the workers' time, which is mostly waiting for their turn. */
function costOf({ units, drainedSeconds }: Told, perSecond: number | null): number {
  const seconds = perSecond === null ? drainedSeconds : Math.max(drainedSeconds, recipients / perSecond)
  return (
    (recipients / 1000) * prices.letters +
    (units.writes * prices.writes + units.reads * prices.reads + (recipients / 50) * prices.calls) / 1_000_000 +
    seconds * workers * workerGigabytes * prices.gigabyteSecond
  )
}

function killedWorker(): Promise<KillReport> {
  const count = Number(process.env['KUNAK_KILL_RECIPIENTS'] ?? recipients)
  return killWorker({ recipients: count, kills: 5, leaseMs: 20_000, chance: Math.random })
}

function rowsOf(report: KillReport): readonly (readonly [string, number, Row['unit'], number?])[] {
  return [
    ['killed workers: recipients', report.recipients, 'count'],
    ['killed workers: kills', report.kills, 'count'],
    ['killed workers: never told', report.lost, 'count', 0],
    ['killed workers: most letters repeated by one kill', report.mostDuplicatesOfOneKill, 'count', 10],
    ['killed workers: jobs not done, people not in exactly one', report.unfinished + report.notOnce, 'count', 0],
    ['killed workers: longest until the next letter', report.slowestRecoveryMs, 'ms', 30_000],
    ['killed workers: all told', report.seconds * 1000, 'ms'],
  ]
}
