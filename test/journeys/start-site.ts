import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Someone } from '@kunak/testing'
import { freePorts } from '../../packages/local/src/free-port.ts'
import { type Place, signInAt } from './sign-in-at.ts'

const launcher = join(import.meta.dirname, '../../packages/local/src/bin/start.ts')
/** Building the pages, where nobody has, takes the most of it. */
const patienceMs = 90_000

/** The whole of Kunak in a process of its own, as `pnpm start` runs it, over a data folder that nobody else has. */
export interface Site extends AsyncDisposable {
  /** Such as `http://localhost:49152`, without a slash at its end. */
  readonly origin: string
  /** Where the letters arrive that it sends, without a slash at its end. */
  readonly mailbox: string
  /** Where it keeps what it knows. */
  readonly place: Place
  /** Gives somebody an account and a session. Answers the cookie that her browser sends. */
  readonly signIn: (someone: Someone) => Promise<string>
}

/** Starts Kunak with the demo network on free ports, and answers once it is ready. Disposing stops it and forgets its data. */
export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'kunak-journey-'))
  const [port = 0, mailPort = 0, databasePort = 0] = await freePorts(3)
  const child = spawn(process.execPath, [launcher], {
    env: { ...process.env, PORT: `${port}`, MAIL_PORT: `${mailPort}`, DATABASE_PORT: `${databasePort}`, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let said = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (words: string) => {
        said += words
        if (said.includes('Kunak is ready')) resolve()
      })
    }
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const impatience = setTimeout(() => child.kill('SIGTERM'), patienceMs)
  const place = { databasePort, dataDirectory: folder }
  const outcome = await Promise.race([ready.then(() => 'ready'), ended.then(() => 'ended')])
  clearTimeout(impatience)
  if (outcome === 'ready')
    return {
      origin: `http://localhost:${port}`,
      mailbox: `http://localhost:${mailPort}`,
      place,
      signIn: (someone) => signInAt(place, someone),
      [Symbol.asyncDispose]: stop,
    }
  await stop()
  throw new Error(`Kunak did not start:\n${said}`)
}
