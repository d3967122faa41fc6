import { createApi, type LogEntry } from '@kunak/api'
import { CannotStart } from './cannot-start.ts'
import { dataPaths, findHolder, holdDirectory } from './data-directory.ts'
import { startDatabase } from './database-process.ts'
import { type LoadedDemo, loadDemoNetwork } from './demo-network.ts'
import type { LocalSettings } from './environment.ts'
import { isFounded } from './founding/found-network.ts'
import { startMailbox } from './mailbox.ts'
import { openNetwork } from './open-network.ts'
import { checkPorts } from './ports.ts'
import { serveSite } from './serve-site.ts'
import { buildWebIfChanged } from './web-build.ts'
import { openWorkers } from './workers.ts'

export interface LaunchOptions {
  readonly settings: LocalSettings
  /** Serves the pages straight from their sources. */
  readonly isDevelopment: boolean
  /** Forgets everything that was there before. */
  readonly isFresh: boolean
  readonly say: (line: string) => void
  /** Once aborted, nothing more is started and what was started is stopped. */
  readonly signal: AbortSignal
}

export interface Launched extends AsyncDisposable {
  readonly site: string
  readonly mailbox: string
  /** How much of the demo network this start has brought in. */
  readonly loaded: LoadedDemo
  /** Rejects when something that it needs has ended by itself. */
  readonly broken: Promise<never>
}

/** Starts the whole cloud on this machine. Disposing stops everything that it has started, in order, and waits for it. */
export async function launch({ settings, isDevelopment, isFresh, say, signal }: LaunchOptions): Promise<Launched> {
  await using started = new AsyncDisposableStack()
  const { PORT, MAIL_PORT, DATABASE_PORT, dataDirectory } = settings
  const held = started.use(await hold(dataDirectory))
  await checkPorts(settings)
  if (isFresh) await held.empty()
  if (!isDevelopment) await buildWebIfChanged(say)
  signal.throwIfAborted()

  const kind = settings.KUNAK_DATABASE
  const { process: database } = await startDatabase({
    directory: dataPaths(dataDirectory).database,
    port: DATABASE_PORT,
    ...(kind && { kind }),
  })
  started.defer(database.stop)
  const network = started.use(await openNetwork(DATABASE_PORT, dataDirectory))
  const nothing = { organisations: 0, people: 0 }
  const loaded = (await isFounded(network.database)) ? nothing : await loadDemoNetwork(network, network.now())
  signal.throwIfAborted()
  started.use(await startMailbox(MAIL_PORT))
  const site = `http://localhost:${PORT}`
  const post = { port: MAIL_PORT, origin: site, neutralName: settings.NEUTRAL_NAME }
  const workplace = { databasePort: DATABASE_PORT, directory: dataDirectory, post, say }
  const workers = started.use(await openWorkers(network, workplace))
  await workers.catchUp()
  signal.throwIfAborted()
  workers.keepGoing()

  const api = createApi({
    ...network,
    pushKey: network.pushKeys.publicKey,
    origin: site,
    ...(post.neutralName !== '' && { neutralName: post.neutralName }),
    log: (entry) => sayFault(entry, say),
  })
  started.use(await serveSite({ api, port: PORT, isDevelopment, neutralName: post.neutralName }))
  await held.announce({ pid: process.pid, databasePort: DATABASE_PORT, site })

  const running = started.move()
  return {
    site,
    mailbox: `http://localhost:${MAIL_PORT}`,
    loaded,
    broken: database.ended.then(() => {
      throw new CannotStart(`The database has stopped by itself. ${database.lastWords()}`)
    }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

async function hold(dataDirectory: string) {
  const held = await holdDirectory(dataDirectory)
  if (held) return held
  const { pid, site } = await findHolder(dataDirectory)
  throw new CannotStart(
    `Kunak is already running with the data in ${dataDirectory}${site ? `: ${site}` : ''} (process ${pid}). Stop it first, or choose another folder by DATA_DIR.`,
  )
}

function sayFault({ status, method, route, fault, requestId }: LogEntry, say: (line: string) => void): void {
  if (status >= 500) say(`${status} ${method} ${route} ${fault ?? ''} (request ${requestId})`)
}
