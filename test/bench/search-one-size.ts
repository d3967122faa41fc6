import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { OrganisationQuery } from '@kunak/contracts/directory'
import type { Database } from '@kunak/data'
import { createSearch, createSearchKeeper, folderSnapshots, loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { aMember, anonymous, fixedClock, freshDatabase } from '@kunak/testing'
import { benchDay, generateOrganisation, generateOrganisations } from './generate-organisations.ts'
import { questionKinds, questionsOf } from './search-questions.ts'

/** Everything measured at one size, in milliseconds and bytes; run in a process of its own, so that memory is this size's alone. */
export interface Measured {
  readonly buildMs: number
  readonly fileBytes: number
  readonly loadMs: number
  readonly memoryBytes: number
  readonly keepOneMs: number
  readonly coverageMs: readonly number[]
  readonly againMs: readonly number[]
  readonly questionMs: Readonly<Record<(typeof questionKinds)[number], readonly number[]>>
}

const size = Number(process.argv[2])
const count = 200
const now = fixedClock(benchDay)
const reader = aMember()
await using database = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'kunak-bench-'))
try {
  console.log(JSON.stringify(await measure()))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(): Promise<Measured> {
  await putAll(database)
  const published = join(folder, 'published')
  const dependencies = { database, snapshots: folderSnapshots(published), now }
  const keeper = createSearchKeeper({ ...dependencies, folder: join(folder, 'keeper') })
  const [buildMs] = await timed(() => keeper.rebuild())
  const fileBytes = (await Promise.all((await readdir(published)).map((name) => stat(join(published, name)))))[0]?.size ?? 0
  const [keepOneMs] = await timed(() => changeOne().then((id) => keeper.keep([id])))
  await keeper.close()

  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const search = createSearch({ ...dependencies, folder: join(folder, 'reader') })
  const everybody = OrganisationQuery.parse({ limit: '1' })
  const [loadMs] = await timed(() => search.find(reader, everybody))
  const questionMs = { exact: [], prefix: [], typo: [], facets: [], mixed: [] } as Record<
    (typeof questionKinds)[number],
    number[]
  >
  for (const kind of questionKinds) {
    const [warmUp, ...questions] = questionsOf(kind, { size, count: count + 1 })
    if (warmUp) await search.find(reader, warmUp)
    for (const question of questions) questionMs[kind].push((await timed(() => search.find(reader, question)))[0])
  }
  const againMs: number[] = []
  for (let times = 0; times < count; times += 1) againMs.push((await timed(() => search.findEncoded(reader, everybody)))[0])
  const coverageMs: number[] = []
  for (let day = 0; day < 10; day += 1) {
    now.advanceDays(1)
    coverageMs.push((await timed(() => search.coverage(day % 2 === 0 ? reader : anonymous)))[0])
  }
  globalThis.gc?.()
  const memoryBytes = process.memoryUsage().rss - before
  search.close()
  return { buildMs, fileBytes, loadMs, memoryBytes, keepOneMs, coverageMs, againMs, questionMs }
}

async function changeOne() {
  const { id } = generateOrganisation(0)
  const stored = await loadOrganisation(database, id)
  if (!stored) throw new Error('The first organisation is not there.')
  const event = { type: 'profile_edited', actor: null, data: {} }
  await saveOrganisation(database, now(), { before: stored, after: { ...stored, version: stored.version + 1 }, event })
  return id
}

async function putAll({ client, tables }: Database): Promise<void> {
  const waiting = generateOrganisations(size)
  const writer = async () => {
    for (let batch = nextOf(waiting, 25); batch.length > 0; batch = nextOf(waiting, 25))
      await client.send(
        new BatchWriteCommand({
          RequestItems: {
            [tables.directory]: batch.map((organisation) => ({
              PutRequest: {
                Item: { pk: `ORGANISATION#${organisation.id}`, sk: 'STATE', version: organisation.version, organisation },
              },
            })),
          },
        }),
      )
  }
  await Promise.all([writer(), writer()])
}

function nextOf<Item>(items: Iterator<Item>, count: number): Item[] {
  const taken: Item[] = []
  while (taken.length < count) {
    const next = items.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

async function timed<Value>(work: () => Promise<Value>): Promise<[number, Value]> {
  const start = performance.now()
  const value = await work()
  return [performance.now() - start, value]
}
