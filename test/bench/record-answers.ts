import { writeFile } from 'node:fs/promises'
import { serve } from '../journeys/over-the-wire.ts'

/** One answer of ours, to be given back by a server that does nothing else. */
export interface Recorded {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[]>>
  /** Base 64. */
  readonly body: string
}

/** Asks for each path once and keeps what came, in a file. */
export async function recordAnswers(port: number, paths: readonly string[], file: string): Promise<void> {
  const recorded: Recorded[] = []
  for (const path of paths) {
    const { status, headers, body } = await serve(`http://127.0.0.1:${port}${path}`, {})
    if (status !== 200) throw new Error(`${path} answers ${status}.`)
    const { date, connection, 'keep-alive': keptAlive, ...own } = headers
    if (date === undefined || connection === undefined || keptAlive === undefined)
      throw new Error('Node adds its own headers no more.')
    recorded.push({
      path,
      headers: Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value ?? ''])),
      body: body.toString('base64'),
    })
  }
  await writeFile(file, JSON.stringify(recorded))
}
