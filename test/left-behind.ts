import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const marker = 'KUNAK_TEST_RUN'
const graceMs = 3_000

export interface LeftBehind {
  readonly pid: number
  readonly command: string
}

/** Marks everything that this process starts from now on, so that it can be found again when it should long have ended. */
export function markProcesses(): string {
  const mark = `${marker}=${crypto.randomUUID()}`
  process.env[marker] = mark.slice(marker.length + 1)
  return mark
}

/** Ends what still runs with this mark a moment after the end, and says what it was. Knows no answer where there is no /proc. */
export async function endLeftBehind(mark: string): Promise<readonly LeftBehind[]> {
  const deadline = performance.now() + graceMs
  let left = await findMarked(mark)
  while (left.length > 0 && performance.now() < deadline) {
    await wait(100)
    left = await findMarked(mark)
  }
  for (const { pid } of left) endProcess(pid)
  return left
}

async function findMarked(mark: string): Promise<LeftBehind[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
  const found = await Promise.all(
    pids.map(async (pid) => {
      // A process of somebody else, or one that ends meanwhile, cannot be read and is not ours to count.
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
      if (!environment.split('\0').includes(mark)) return null
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return command === '' ? null : { pid, command: command.replaceAll('\0', ' ').trim() }
    }),
  )
  return found.filter((process) => process !== null)
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
