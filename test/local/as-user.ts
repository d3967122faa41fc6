import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { freePorts } from '../../packages/local/src/free-port.ts'

const root = join(import.meta.dirname, '../..')

/** A folder and three free ports for one network. */
export interface Place extends AsyncDisposable {
  readonly directory: string
  readonly environment: Readonly<Record<'PORT' | 'MAIL_PORT' | 'DATABASE_PORT' | 'DATA_DIR', string>>
}

export async function aPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'kunak-local-'))
  const [PORT = 0, MAIL_PORT = 0, DATABASE_PORT = 0] = await freePorts(3)
  return {
    directory,
    environment: {
      PORT: String(PORT),
      MAIL_PORT: String(MAIL_PORT),
      DATABASE_PORT: String(DATABASE_PORT),
      DATA_DIR: directory,
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}

/** Where the network of a place is, once it runs. */
export const networkAt = ({ directory, environment }: Place) => ({
  databasePort: Number(environment.DATABASE_PORT),
  dataDirectory: directory,
})

/** A program started as a person would from a terminal, in a process group of its own. */
export interface Program extends AsyncDisposable {
  readonly pid: number
  /** Everything that it has printed so far. */
  readonly printed: () => string
  /** Resolves once it has printed something; rejects with what it printed instead, if it ends before. */
  readonly hasPrinted: (words: string) => Promise<void>
  readonly exitCode: Promise<number | null>
  /** Presses Ctrl-C: the terminal tells the whole group. */
  readonly pressCtrlC: () => void
  readonly kill: () => void
}

export function runProgram(file: 'start.ts' | 'kunak.ts', args: readonly string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [join('packages/local/src/bin', file), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += stripVTControlCharacters(chunk.toString())
      child.emit('printed')
    })
  const exitCode = once(child, 'close').then(([code]) => code as number | null)
  const pid = child.pid ?? 0
  return {
    pid,
    printed: () => output,
    exitCode,
    hasPrinted: async (words) => {
      while (!output.includes(words)) {
        const ended = await Promise.race([once(child, 'printed').then(() => false), exitCode.then(() => true)])
        if (ended && !output.includes(words)) throw new Error(`It ended without printing "${words}", but:\n${output}`)
      }
    },
    pressCtrlC: () => process.kill(-pid, 'SIGINT'),
    kill: () => process.kill(pid, 'SIGKILL'),
    [Symbol.asyncDispose]: async () => {
      if (isRunning(child)) process.kill(pid, 'SIGTERM')
      await exitCode
    },
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

/** A process and all that it has started, and they in turn, by id. */
export function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(familyOf)]
}

/** Whether a process is still at work; one that has ended and only waits to be counted (a zombie) is not. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
