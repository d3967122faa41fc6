import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'

const Positions = z.record(z.string(), z.string())

/** How far each worker has come in each shard (a place): the sequence number of the last record that it is done with. */
export interface Positions {
  readonly get: (place: string) => string | undefined
  /** Resolves when the position would survive the end of this process. */
  readonly set: (place: string, sequenceNumber: string) => Promise<void>
}

/** Positions kept in a file, which is replaced as a whole, so that it is never half written. */
export async function openPositions(file: string): Promise<Positions> {
  await mkdir(dirname(file), { recursive: true })
  const positions = await readPositions(file)
  let writing = Promise.resolve()
  return {
    get: (place) => positions[place],
    set: (place, sequenceNumber) => {
      positions[place] = sequenceNumber
      writing = writing.then(async () => {
        await writeFile(`${file}.new`, JSON.stringify(positions))
        await rename(`${file}.new`, file)
      })
      return writing
    },
  }
}

async function readPositions(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return Positions.parse(JSON.parse(text))
}
