import { join } from 'node:path'
import { OrganisationQuery } from '@kunak/contracts/directory'
import type { Database } from '@kunak/data'
import { createSearch, folderSnapshots, loadOrganisation } from '@kunak/data/directory'
import { openLocalDatabase } from '@kunak/local'
import { aMember, anonymous, fixedClock } from '@kunak/testing'
import { benchDay, generateOrganisation } from './generate-organisations.ts'
import { type QuestionKind, questionKinds, questionsOf } from './search-questions.ts'

/** What a process that has just started measures of its search, in milliseconds and bytes. */
export interface MeasuredReader {
  readonly loadMs: number
  readonly memoryBytes: number
  readonly coverageMs: readonly number[]
  readonly againMs: readonly number[]
  readonly questionMs: Readonly<Record<QuestionKind, readonly number[]>>
  /** The same questions by the time that the processor worked for them, which says more where others work beside. */
  readonly processorMs: Readonly<Record<QuestionKind, readonly number[]>>
}

interface Wanted {
  readonly size: number
  readonly folder: string
  readonly port: number
  readonly tables: Database['tables']
}

// A server that has just started compiles as it goes; what is measured is one that has answered for a while.
const warmUps = 100
const count = 200
const days = 10

// Run by name in a process of its own; whoever only wants the types imports it without starting anything.
if (process.argv[2] !== undefined && process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await measure(JSON.parse(process.argv[2]) as Wanted)))

async function measure({ size, folder, port, tables }: Wanted): Promise<MeasuredReader> {
  const database = openLocalDatabase(port, tables)
  const now = fixedClock(benchDay)
  const reader = aMember()
  const snapshots = folderSnapshots(join(folder, 'published'))
  const search = createSearch({ database, snapshots, now, folder: join(folder, 'reader') })
  const everybody = OrganisationQuery.parse({ limit: '1' })
  // The client's own memory and first connection are not the search's.
  await loadOrganisation(database, generateOrganisation(0).id)
  globalThis.gc?.()
  const before = process.memoryUsage().rss

  const loadMs = await timed(() => search.find(reader, everybody))
  globalThis.gc?.()
  const memoryBytes = process.memoryUsage().rss - before
  const questionMs: Record<QuestionKind, number[]> = { exact: [], prefix: [], typo: [], facets: [], mixed: [] }
  const processorMs: Record<QuestionKind, number[]> = { exact: [], prefix: [], typo: [], facets: [], mixed: [] }
  for (const kind of questionKinds) {
    const questions = questionsOf(kind, { size, count: warmUps + count })
    for (const question of questions.slice(0, warmUps)) await search.find(reader, question)
    for (const question of questions.slice(warmUps)) {
      const used = process.cpuUsage()
      questionMs[kind].push(await timed(() => search.find(reader, question)))
      const { user, system } = process.cpuUsage(used)
      processorMs[kind].push((user + system) / 1000)
    }
  }
  const againMs: number[] = []
  for (let times = 0; times < count; times += 1) againMs.push(await timed(() => search.findEncoded(reader, everybody)))
  const coverageMs: number[] = []
  for (let day = 0; day < days; day += 1) {
    // Kept answers hold for a day.
    now.advanceDays(1)
    coverageMs.push(await timed(() => search.coverage(day % 2 === 0 ? reader : anonymous)))
  }
  search.close()
  database.client.destroy()
  return { loadMs, memoryBytes, coverageMs, againMs, questionMs, processorMs }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
