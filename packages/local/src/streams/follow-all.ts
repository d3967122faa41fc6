import { setTimeout as wait } from 'node:timers/promises'
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { join } from 'node:path'
import type { Database } from '@kunak/data'
import type { TableName } from '@kunak/data/tables'
import { localClient } from '../database-process.ts'
import type { StreamHandler } from './deliver.ts'
import { followStream } from './follow-stream.ts'
import { openPositions } from './positions.ts'
import { setAsideIn } from './set-aside.ts'

/** Which worker reads which table's stream. */
export interface Subscription {
  readonly name: string
  readonly table: TableName
  readonly handler: StreamHandler
}

export interface Streams {
  /** Hands over everything that is there now; resolves when the workers are done with it. */
  readonly drain: () => Promise<void>
  /** Keeps looking until it is stopped. */
  readonly follow: () => void
  /** Lets the batches at hand finish, then stops. */
  readonly stop: () => Promise<void>
}

const lookEveryMs = 150
const pauseAfterFaultMs = 1000

/** Wakes the workers of this machine from the tables' streams. What they have done is remembered in `directory`. */
export async function openStreams(options: {
  readonly database: Database
  readonly databasePort: number
  readonly subscriptions: readonly Subscription[]
  readonly directory: string
  readonly log: (line: string) => void
}): Promise<Streams> {
  const { database, subscriptions, directory, log } = options
  const client = new DynamoDBStreamsClient(localClient(options.databasePort))
  const positions = await openPositions(join(directory, 'positions.json'))
  const looks = await Promise.all(
    subscriptions.map(async ({ name, table, handler }) => {
      const setAside = setAsideIn(join(directory, 'set-aside.jsonl'), name, log)
      const streamArn = await streamOf(database, table)
      return followStream({ name, handler, client, streamArn, positions, setAside })
    }),
  )
  const stopping = new AbortController()
  let following: readonly Promise<void>[] = []

  const keepLooking = async (look: () => Promise<number>) => {
    while (!stopping.signal.aborted) {
      const pauseMs = await look().then(
        (count) => (count > 0 ? 0 : lookEveryMs),
        (fault: unknown) => {
          if (!stopping.signal.aborted) log(`A stream could not be read: ${fault instanceof Error ? fault.name : 'fault'}`)
          return pauseAfterFaultMs
        },
      )
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  return {
    drain: async () => {
      const untilNothing = async (look: () => Promise<number>) => {
        while ((await look()) > 0);
      }
      await Promise.all(looks.map(untilNothing))
    },
    follow: () => void (following = looks.map(keepLooking)),
    stop: async () => {
      stopping.abort()
      await Promise.all(following)
      client.destroy()
    },
  }
}

async function streamOf(database: Database, table: TableName): Promise<string> {
  const { Table } = await database.client.send(new DescribeTableCommand({ TableName: database.tables[table] }))
  if (!Table?.LatestStreamArn) throw new Error(`The table ${table} has no stream.`)
  return Table.LatestStreamArn
}
