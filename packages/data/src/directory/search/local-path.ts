import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const swept = new Set<string>()

/** A path for a new local copy in a folder, which is made if need be; copies of processes that have ended are removed first. */
export async function newLocalPath(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  if (!swept.has(folder)) {
    swept.add(folder)
    for (const name of await readdir(folder)) {
      const owner = /^copy-(\d+)-/.exec(name)?.[1]
      if (owner !== undefined && !isRunning(Number(owner))) await rm(join(folder, name), { force: true })
    }
  }
  return join(folder, `copy-${process.pid}-${crypto.randomUUID()}.sqlite`)
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
