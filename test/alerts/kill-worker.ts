import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@kunak/data'
import { secretsOf } from '@kunak/data/identity'
import { freshDatabase } from '@kunak/testing'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { aCrowd, addressOf, alertOf, change, people } from './a-crowd.ts'

/** What the worker's process is told: where things are, and how patient it is. */
export interface Workplace {
  readonly databasePort: number
  readonly tables: Database['tables']
  readonly mailPort: number
  readonly secret: string
  readonly folder: string
  readonly leaseMs: number
  readonly tickMs: number
  readonly perSecond: number
}

/** What came of it: nobody lost, ten letters a kill repeated at most, everything kept as if nobody had died, and how soon it went on. */
export interface KillReport {
  readonly recipients: number
  readonly kills: number
  readonly lost: number
  readonly duplicates: number
  readonly mostDuplicatesOfOneKill: number
  /** Jobs that are there, jobs that are not done, and recipients that stand in a job, or as reached in one, not exactly once. */
  readonly jobs: number
  readonly unfinished: number
  readonly notOnce: number
  /** The longest time from a kill until the next letter. */
  readonly slowestRecoveryMs: number
  readonly seconds: number
}

const secret = 'a secret of the tests'

/**
 * Tells an alert to many people by the workers in a process of their own, which is killed (`kill -9`) and started again, once while the
 * jobs are being written and then at random numbers of letters.
 */
export async function killWorker({
  recipients,
  kills,
  leaseMs,
  chance,
}: {
  readonly recipients: number
  readonly kills: number
  readonly leaseMs: number
  /** A number from 0 up to 1, another one each time. */
  readonly chance: () => number
}): Promise<KillReport> {
  await using database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-kill-'))
  const house = { database, secrets: secretsOf(secret), now: () => new Date() }
  const crowd = await aCrowd(house, { organisations: [{}, {}, {}], people: people(recipients) })
  const came: string[] = []
  const cameAt: number[] = []
  let heard = Promise.withResolvers<null>()
  const mailbox = createServer((request, response) => {
    let to = ''
    request.on('data', (chunk: Buffer) => (to += chunk.toString()))
    request.on('end', () => {
      came.push(to)
      cameAt.push(performance.now())
      heard.resolve(null)
      heard = Promise.withResolvers()
      response.end()
    })
  })
  await once(mailbox.listen(0), 'listening')
  const workplace: Workplace = {
    databasePort: database.port,
    tables: database.tables,
    mailPort: (mailbox.address() as AddressInfo).port,
    secret,
    folder,
    leaseMs,
    tickMs: 2000,
    perSecond: 100_000,
  }
  const start = () =>
    fork(join(import.meta.dirname, 'process/work-on-letters.ts'), [JSON.stringify(workplace)], { stdio: 'inherit' })
  const untilCame = async (count: number) => {
    while (came.length < count) await heard.promise
  }

  let child = start()
  const started = performance.now()
  const deaths: { readonly after: number; readonly at: number }[] = []
  const killAndStart = async () => {
    await kill(child)
    deaths.push({ after: came.length, at: performance.now() })
    child = start()
  }
  try {
    const until = new Date(Date.now() + 72 * 3_600_000).toISOString()
    await change(house, null, { after: { ...alertOf(crowd), until }, type: 'alert_activated' })
    await untilJobs(database, 1)
    await killAndStart()
    const moments = Array.from({ length: kills - 1 }, () => Math.floor(chance() * recipients * 0.95)).sort(
      (one, other) => one - other,
    )
    for (const moment of moments) {
      await untilCame(Math.max(moment, (deaths.at(-1)?.after ?? 0) + 1))
      await killAndStart()
    }
    while ((await jobsOf(database)).some(({ isDone }) => !isDone) || new Set(came).size < recipients) await wait(100)
    const seconds = (performance.now() - started) / 1000
    return { ...(await report(database, { crowd, came, cameAt, deaths })), recipients, kills, seconds }
  } finally {
    await kill(child)
    mailbox.closeAllConnections()
    mailbox.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  if (child.kill('SIGKILL')) await ended
}

interface Job {
  readonly to: number
  readonly reached: number
  readonly isDone: boolean
}

async function jobsOf({ client, tables }: Database): Promise<Job[]> {
  const jobs: Job[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: tables.letters, ExclusiveStartKey, ConsistentRead: true }))
    for (const { sk, to, reached, due } of page.Items ?? [])
      if (sk === 'JOB')
        jobs.push({ to: (to as Uint8Array).length / 16, reached: bits(reached as Uint8Array), isDone: due === undefined })
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return jobs
}

const bits = (bytes: Uint8Array = new Uint8Array()) =>
  [...bytes].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

async function untilJobs(database: Database, count: number): Promise<void> {
  while ((await jobsOf(database)).length < count) await wait(5)
}

async function report(
  database: Database,
  {
    crowd,
    came,
    cameAt,
    deaths,
  }: {
    readonly crowd: Awaited<ReturnType<typeof aCrowd>>
    readonly came: readonly string[]
    readonly cameAt: readonly number[]
    readonly deaths: readonly { readonly after: number; readonly at: number }[]
  },
) {
  const jobs = await jobsOf(database)
  const seen = new Set<string>()
  const repeatedAt = came.flatMap((to, place) => (seen.size === seen.add(to).size ? [place] : []))
  const sum = (part: 'to' | 'reached') => jobs.reduce((all, job) => all + job[part], 0)
  const ofKill = deaths.map(
    ({ after }, n) => repeatedAt.filter((at) => at >= after && at < (deaths[n + 1]?.after ?? Infinity)).length,
  )
  return {
    lost: crowd.people.filter(({ id }) => !seen.has(addressOf(id))).length,
    duplicates: repeatedAt.length,
    mostDuplicatesOfOneKill: Math.max(0, ...ofKill),
    jobs: jobs.length,
    unfinished: jobs.filter(({ isDone }) => !isDone).length,
    notOnce: Math.abs(sum('to') - crowd.people.length) + Math.abs(sum('reached') - crowd.people.length),
    slowestRecoveryMs: Math.max(...deaths.map(({ at }) => (cameAt.find((one) => one > at) ?? at) - at)),
  }
}
