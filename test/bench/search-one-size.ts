import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '@kunak/data'
import { createSearchKeeper, folderSnapshots, loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { nodeOptions } from '@kunak/infra/node-options'
import { fixedClock, freshDatabase } from '@kunak/testing'
import { benchDay, generateOrganisation, generateOrganisations } from './generate-organisations.ts'
import type { MeasuredReader } from './search-reader.ts'

/** Everything measured at one size, in milliseconds and bytes. */
export interface Measured extends MeasuredReader {
  readonly buildMs: number
  readonly fileBytes: number
  readonly keepOneMs: number
}

/** Fills a database with as many invented organisations, publishes the search file, and has a fresh process read it, run as our functions are. */
export async function measureSize(size: number): Promise<Measured> {
  await using database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-bench-'))
  try {
    await putAll(database, size)
    const published = join(folder, 'published')
    const now = fixedClock(benchDay)
    const keeper = createSearchKeeper({ database, snapshots: folderSnapshots(published), now, folder: join(folder, 'keeper') })
    const [buildMs] = await timed(() => keeper.rebuild())
    const [first = ''] = await readdir(published)
    const { size: fileBytes } = await stat(join(published, first))
    const id = await changeOne(database, now())
    const [keepOneMs] = await timed(() => keeper.keep([id]))
    await keeper.close()
    const reader = join(import.meta.dirname, 'search-reader.ts')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [nodeOptions, '--expose-gc', reader, JSON.stringify({ size, folder, port: database.port, tables: database.tables })],
      { maxBuffer: 2 ** 26 },
    )
    return { buildMs, fileBytes, keepOneMs, ...(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as MeasuredReader) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function changeOne(database: Database, now: Date) {
  const { id } = generateOrganisation(0)
  const stored = await loadOrganisation(database, id)
  if (!stored) throw new Error('The first organisation is not there.')
  const event = { type: 'profile_edited', actor: null, data: {} }
  await saveOrganisation(database, now, { before: stored, after: { ...stored, version: stored.version + 1 }, event })
  return id
}

async function putAll({ client, tables }: Database, size: number): Promise<void> {
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
