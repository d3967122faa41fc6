import { rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'

/** What is kept in a data directory, and where. Nothing else in it is ours. */
export function dataPaths(directory: string) {
  return {
    database: join(directory, 'database'),
    streams: join(directory, 'streams'),
    /** Published search files, which every process reads. */
    published: join(directory, 'search', 'published'),
    /** Each process's own copies of them. */
    copies: join(directory, 'search', 'copies'),
    keys: join(directory, 'keys.json'),
    holder: join(directory, 'running.json'),
  } as const
}

/** Where the process that works with a data directory can be found. */
const Holder = z.object({ pid: z.int(), databasePort: z.int(), site: z.string().optional() })
export type Holder = z.infer<typeof Holder>

/** A data directory that this process alone works with, until it is disposed or the process ends in whatever way. */
export interface HeldDirectory extends Disposable {
  /** Lets others know where this process can be found. */
  readonly announce: (holder: Holder) => Promise<void>
  /** Removes everything that was ever kept here by us, and nothing else. */
  readonly empty: () => Promise<void>
}

/** Takes hold of a data directory, making it if need be; answers null when another process has it. */
export async function holdDirectory(directory: string): Promise<HeldDirectory | null> {
  await mkdir(directory, { recursive: true }).catch((fault: unknown) => {
    throw new CannotStart(`The folder ${directory} (DATA_DIR) cannot be used: ${reasonOf(fault)}.`)
  })
  const release = lock(join(directory, 'lock'))
  if (!release) return null
  const { holder, ...paths } = dataPaths(directory)
  await rm(holder, { force: true })
  // Copies of processes that were killed.
  await rm(paths.copies, { recursive: true, force: true })
  return {
    announce: (found) => writeFile(holder, JSON.stringify(found)),
    empty: async () => {
      for (const path of [...Object.values(paths), join(directory, 'search')]) await rm(path, { recursive: true, force: true })
    },
    [Symbol.dispose]: () => {
      rmSync(holder, { force: true })
      release()
    },
  }
}

/** Where to find the process that has hold of a data directory. */
export async function findHolder(directory: string): Promise<Holder> {
  try {
    return Holder.parse(JSON.parse(await readFile(dataPaths(directory).holder, 'utf8')))
  } catch {
    throw new CannotStart(`Another Kunak is just starting or stopping with the data in ${directory}. Try again in a moment.`)
  }
}

const aKey = z.string().default(() => crypto.randomUUID())
const Keys = z.object({ rateLimit: aKey, doNotList: aKey, identity: aKey, audit: aKey, push: aKey })
export type Keys = z.infer<typeof Keys>

/** The secret keys of a data directory, each made when it is first asked for: a directory may be older than some of them. */
export async function keysIn(directory: string): Promise<Keys> {
  const file = dataPaths(directory).keys
  const there = await readKeys(file)
  const keys = Keys.parse(there)
  if (!isDeepStrictEqual(keys, there)) await replace(file, JSON.stringify(keys))
  return keys
}

// Keys that are there but cannot be read must not be replaced: what they have sealed would be lost.
async function readKeys(file: string): Promise<Record<string, string>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return {}
    throw new CannotStart(
      `The file ${file} (in DATA_DIR) cannot be read, and no other keys open what is kept there: ${reasonOf(fault)}.`,
    )
  }
}

// In one step, so that a process that is killed meanwhile leaves the keys that were there.
async function replace(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

// SQLite's lock on a file is the system's own: it goes with its process, even one that is killed, so none is ever left behind.
function lock(file: string): (() => void) | undefined {
  try {
    const held = new DatabaseSync(file)
    try {
      held.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
      return () => held.close()
    } catch (fault) {
      held.close()
      if (reasonOf(fault).includes('locked')) return undefined
      throw fault
    }
  } catch (fault) {
    throw new CannotStart(`The file ${file} (in DATA_DIR) cannot be used: ${reasonOf(fault)}.`)
  }
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : 'for an unknown reason'
}
