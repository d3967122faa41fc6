import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Loaded } from './process/load.ts'
import type { Told } from './process/tell-parent.ts'
import { percentile } from './row.ts'

/** How each measurement is taken, so that whoever reads a figure knows. */
export const connections = 64
export const roundSeconds = 3
export const rounds = 3
const warmUpSeconds = 1.5
/** More than any server here answers in all of its rounds, where no question may come twice. */
export const manyQuestions = 20_000

const processes = join(import.meta.dirname, 'process')

export interface Server extends AsyncDisposable {
  readonly port: number
  /** Seconds of processor time that it has used so far. */
  readonly cpuSeconds: () => Promise<number>
}

/** Starts one of the servers of `process/` in a process of its own and answers once it listens. */
export async function startServer(name: string, argument: string): Promise<Server> {
  const child = fork(join(processes, `${name}.ts`), [argument], { env: { ...process.env, NODE_ENV: 'production' } })
  const ended = once(child, 'close')
  const told = async (): Promise<Told> => {
    const [message] = await Promise.race([once(child, 'message'), ended])
    if (typeof message !== 'object') throw new Error(`The server ${name} has ended.`)
    return message as Told
  }
  const { port = 0 } = await told()
  return {
    port,
    cpuSeconds: async () => {
      const answer = told()
      child.send('cpu')
      return ((await answer).cpu ?? 0) / 1_000_000
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What is compared: a server, and the paths that it is asked for in turn. */
export interface Contender {
  readonly server: Server
  readonly paths: readonly string[]
}

export interface Speed {
  readonly perSecond: number
  /** Answers for each second of the server's processor time: what remains comparable on a machine that does other things too. */
  readonly perCpuSecond: number
  readonly p50: number
  readonly p99: number
  readonly kilobytes: number
}

/** Loads the contenders by turns, so that whatever else the machine does falls on all of them; answers the median round of each. */
export async function compare<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  folder: string,
): Promise<Record<Name, Speed>> {
  const names = Object.keys(contenders) as Name[]
  const taken = new Map<Name, Speed[]>(names.map((name) => [name, []]))
  const asked = new Map<Name, number>()
  for (const name of names) await writeFile(join(folder, `${name}.paths`), contenders[name].paths.join('\n'))
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const first = asked.get(name) ?? 0
      const { server } = contenders[name]
      const before = await server.cpuSeconds()
      const loaded = await load(server.port, join(folder, `${name}.paths`), {
        seconds: round === 0 ? warmUpSeconds : roundSeconds,
        first,
      })
      asked.set(name, first + loaded.answers + connections)
      if (round > 0) taken.get(name)?.push(speedOf(loaded, (await server.cpuSeconds()) - before))
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(taken.get(name) ?? [])])) as Record<Name, Speed>
}

async function load(port: number, file: string, { seconds, first }: { seconds: number; first: number }): Promise<Loaded> {
  const args = [join(processes, 'load.ts'), port, file, connections, seconds, first].map(String)
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 28 })
  return JSON.parse(stdout) as Loaded
}

function speedOf({ answers, seconds, latencies, bytes }: Loaded, cpuSeconds: number): Speed {
  return {
    perSecond: answers / seconds,
    perCpuSecond: answers / cpuSeconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    kilobytes: bytes / answers / 1000,
  }
}

function medianOf(speeds: readonly Speed[]): Speed {
  const median = (key: keyof Speed) =>
    percentile(
      speeds.map((speed) => speed[key]),
      0.5,
    )
  return {
    perSecond: median('perSecond'),
    perCpuSecond: median('perCpuSecond'),
    p50: median('p50'),
    p99: median('p99'),
    kilobytes: median('kilobytes'),
  }
}
