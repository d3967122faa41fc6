import {
  createTables,
  type DatabaseKind,
  type DatabaseProcess,
  namedTables,
  openLocalDatabase,
  startDatabase,
} from '@kunak/local'
import type { Database } from '@kunak/data'

/** A database of one suite: empty tables under names that nobody else has. */
export interface TestDatabase extends Database, AsyncDisposable {
  /** Where it listens on this machine, for clients of other services of the same database (streams). */
  readonly port: number
}

let running: Promise<DatabaseProcess> | undefined
let users = 0

/**
 * Creates empty tables for a suite; all suites of a test worker share one database process, which ends with the last of them.
 * Dispose it with `await using`, or `afterAll(() => database[Symbol.asyncDispose]())`. `KUNAK_DATABASE=dynamodb-local` takes AWS's own.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  users += 1
  running ??= startDatabase({ kind: kindOfDatabase() })
  const { port } = await running
  const database = openLocalDatabase(port, namedTables(`suite-${crypto.randomUUID()}`))
  await createTables(database)
  return {
    ...database,
    port,
    [Symbol.asyncDispose]: async () => {
      database.client.destroy()
      users -= 1
      if (users > 0) return
      const last = await running
      running = undefined
      await last?.process.stop()
    },
  }
}

function kindOfDatabase(): DatabaseKind {
  const kind = process.env['KUNAK_DATABASE'] ?? 'dynoxide'
  if (kind === 'dynoxide' || kind === 'dynamodb-local') return kind
  throw new Error(`KUNAK_DATABASE is "${kind}", but there are only dynoxide and dynamodb-local.`)
}
