import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { freshDatabase, type TestDatabase } from '@kunak/testing'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { StreamHandler } from './deliver.ts'
import { openStreams, type Streams } from './follow-all.ts'

let database: TestDatabase
let directory: string
const lines: string[] = []

beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database[Symbol.asyncDispose]())
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'kunak-streams-'))))
afterEach(() => rm(directory, { recursive: true }))

const nameOf = (record: DynamoDBRecord) => record.dynamodb?.NewImage?.['sk']?.S ?? ''
const put = (sk: string, rest = {}) =>
  database.client.send(new PutCommand({ TableName: database.tables.events, Item: { pk: directory, sk, ...rest } }))

async function open(handler: StreamHandler): Promise<Streams> {
  return await openStreams({
    database,
    databasePort: database.port,
    subscriptions: [{ name: 'worker', table: 'events', handler }],
    directory,
    log: (line) => lines.push(line),
  })
}

/** A worker that remembers what it was given in this test, and fails at what is called poison. */
function worker() {
  const seen: DynamoDBRecord[] = []
  const handler: StreamHandler = async ({ Records }) => {
    if (Records.some((record) => nameOf(record) === 'poison')) throw new Error('unreadable')
    seen.push(...Records.filter(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S === directory))
    return { batchItemFailures: [] }
  }
  return { handler, seen, names: () => seen.map(nameOf) }
}

describe('following a stream', () => {
  it('hands records over as Lambda gives them, in order', async () => {
    await put('1', { count: 1.5, bytes: new Uint8Array([1, 2]), list: ['a', true, null], tags: new Set(['x']), map: { a: 'b' } })
    await put('2')
    const { handler, seen, names } = worker()
    const streams = await open(handler)
    await streams.drain()
    await streams.stop()

    expect(names()).toEqual(['1', '2'])
    expect(seen[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringContaining('/stream/'),
      dynamodb: {
        Keys: { pk: { S: directory }, sk: { S: '1' } },
        NewImage: {
          count: { N: '1.5' },
          bytes: { B: 'AQI=' },
          list: { L: [{ S: 'a' }, { BOOL: true }, { NULL: true }] },
          tags: { SS: ['x'] },
        },
        SequenceNumber: expect.any(String),
        ApproximateCreationDateTime: expect.any(Number),
      },
    })
  })

  it('wakes nobody for what is changed or forgotten', async () => {
    await put('1')
    await put('1', { changed: true })
    await database.client.send(new DeleteCommand({ TableName: database.tables.events, Key: { pk: directory, sk: '1' } }))
    const { handler, names } = worker()
    const streams = await open(handler)
    await streams.drain()
    await streams.stop()
    expect(names()).toEqual(['1'])
  })

  it('neither loses nor repeats anything over a restart', async () => {
    const before = worker()
    const streams = await open(before.handler)
    await put('1')
    await streams.drain()
    await streams.stop()
    await put('2')

    const after = worker()
    const again = await open(after.handler)
    await again.drain()
    await again.stop()
    expect([before.names(), after.names()]).toEqual([['1'], ['2']])
  })

  it('sets a poison record aside where it can be seen, and moves on', async () => {
    for (const sk of ['1', 'poison', '2']) await put(sk)
    const { handler, names } = worker()
    const streams = await open(handler)
    await streams.drain()
    await streams.stop()

    expect(names()).toEqual(['1', '2'])
    const entries = (await readFile(join(directory, 'set-aside.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const aside = entries.filter(({ record }) => record.dynamodb.Keys.pk.S === directory)
    expect(aside).toEqual([expect.objectContaining({ worker: 'worker', fault: 'Error: unreadable' })])
    expect(lines).toContainEqual(expect.stringContaining('set aside in'))
  })

  it('hears of a new record by itself while it follows', async () => {
    const heard = Promise.withResolvers<string>()
    const streams = await open(async ({ Records }) => {
      const ours = Records.find(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S === directory)
      if (ours) heard.resolve(nameOf(ours))
      return { batchItemFailures: [] }
    })
    streams.follow()
    await put('news')
    expect(await heard.promise).toBe('news')
    await streams.stop()
  })
})
