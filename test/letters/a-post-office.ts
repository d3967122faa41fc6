import type { Letter, Posted } from '@kunak/contracts/identity'
import { commit, type Event } from '@kunak/data'
import type { Organisation } from '@kunak/contracts/directory'
import { saveOrganisation } from '@kunak/data/directory'
import { personWrites, secretsOf } from '@kunak/data/identity'
import { jobIdOf, type LetterSender } from '@kunak/data/letters'
import { type LetterEntry, sendLetters } from '@kunak/functions/send-letters'
import { tellPeople } from '@kunak/functions/tell-people'
import type { Person } from '@kunak/contracts/identity'
import {
  aStoredPerson,
  fixedClock,
  type FixedClock,
  freshDatabase,
  type Someone,
  storyTime,
  type TestDatabase,
} from '@kunak/testing'
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { openStreams, type Streams } from '@kunak/local'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Both workers of letters over a database of their own, with a carrier of mail that keeps what it is given. */
export interface PostOffice extends AsyncDisposable {
  readonly database: TestDatabase
  readonly secrets: LetterSender['secrets']
  readonly now: FixedClock
  readonly sent: Letter[]
  /** To whom letters were sent, sorted; whoever got two stands there twice. */
  readonly told: () => string[]
  readonly logged: LetterEntry[]
  /** What the streams have said: records that were set aside. */
  readonly streamLog: string[]
  readonly tell: ReturnType<typeof tellPeople>
  readonly send: ReturnType<typeof sendLetters>
  readonly sender: LetterSender
  /** Makes the carrier answer something else than `sent`. */
  readonly carry: (post: (letter: Letter) => Posted | Promise<Posted>) => void
  readonly happen: (...events: readonly Event[]) => Promise<void>
  readonly put: (...organisations: readonly Organisation[]) => Promise<void>
  readonly join: (someone: Someone, said?: Partial<Person>) => Promise<Person>
  /** Keeps the records that both workers are given. */
  readonly watch: (records: { readonly events: DynamoDBRecord[]; readonly jobs: DynamoDBRecord[] } | null) => void
  /** Takes everything out of a table. */
  readonly forget: (table: 'letters') => Promise<void>
  /** Writes the letters of what has happened, and answers the id of the first job, unsent. */
  readonly firstJob: () => Promise<string>
  readonly until: (isSo: () => boolean) => Promise<void>
  /** Hands both workers what their streams hold. */
  readonly deliver: () => Promise<void>
}

export async function aPostOffice(said: Partial<LetterSender> = {}): Promise<PostOffice> {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kunak-letters-'))
  const now = fixedClock(storyTime)
  const secrets = secretsOf('a secret of the tests')
  const sent: Letter[] = []
  const logged: LetterEntry[] = []
  const streamLog: string[] = []
  let post: (letter: Letter) => Posted | Promise<Posted> = () => 'sent'
  const sender: LetterSender = {
    database,
    secrets,
    now,
    origin: 'https://kunak.example',
    perSecond: 100_000,
    wait: () => Promise.resolve(),
    post: async (letter) => {
      const posted = await post(letter)
      if (posted === 'sent') sent.push(letter)
      return posted
    },
    ...said,
  }
  const tell = tellPeople(() => ({ database, secrets, now, perSecond: sender.perSecond }))
  const send = sendLetters(
    () => sender,
    (entry) => logged.push(entry),
  )
  let streams: Streams | undefined
  let watched: { readonly events: DynamoDBRecord[]; readonly jobs: DynamoDBRecord[] } | null = null
  let isSending = true
  const deliver = async () => {
    streams ??= await openStreams({
      database,
      databasePort: database.port,
      directory: folder,
      log: (line) => streamLog.push(line),
      subscriptions: [
        {
          name: 'tell-people',
          table: 'events',
          handler: (event) => {
            watched?.events.push(...event.Records)
            return tell(event)
          },
        },
        {
          name: 'send-letters',
          table: 'letters',
          handler: async (event) => {
            watched?.jobs.push(...event.Records)
            return isSending ? await send(event) : { batchItemFailures: [] }
          },
        },
      ],
    })
    await streams.drain()
    await streams.drain()
  }
  return {
    database,
    secrets,
    now,
    sent,
    told: () => sent.map(({ to }) => to).sort(),
    logged,
    streamLog,
    tell,
    send,
    sender,
    carry: (next) => (post = next),
    happen: async (...events) => {
      await commit(database, now(), { writes: [], events })
    },
    put: async (...organisations) => {
      for (const after of organisations) {
        const before = null
        await saveOrganisation(database, now(), { before, after, event: { type: 'organisation_listed', actor: null, data: {} } })
      }
    },
    join: async (someone, rest) => {
      const person = aStoredPerson(someone, secrets, rest)
      await commit(database, now(), { writes: personWrites(database, null, person), events: [] })
      return person
    },
    deliver,
    watch: (records) => {
      watched = records
    },
    forget: async (table) => {
      const TableName = database.tables[table]
      const { Items = [] } = await database.client.send(new ScanCommand({ TableName }))
      for (const { pk, sk } of Items) await database.client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
    },
    firstJob: async () => {
      isSending = false
      await deliver()
      isSending = true
      const { Items = [] } = await database.client.send(new ScanCommand({ TableName: database.tables.letters }))
      return jobIdOf(String(Items[0]?.['pk'])) ?? ''
    },
    until: async (isSo) => {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
    },
    [Symbol.asyncDispose]: async () => {
      await streams?.stop()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
