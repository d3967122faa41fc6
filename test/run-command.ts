import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export interface Finished {
  readonly passed: boolean
  /** Everything it printed, both streams in the order in which they came, without colours. */
  readonly output: string
  readonly seconds: number
}

/**
 * Runs a program and its arguments, parted by spaces, to its end, with the project's own tools on its path and nothing on its
 * input. A program that cannot start has failed.
 */
export function runCommand(
  command: string,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const started = performance.now()
  const [program = '', ...args] = command.split(' ')
  const path = [join(folder, 'node_modules/.bin'), join(import.meta.dirname, '../node_modules/.bin'), process.env['PATH']]
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, ...environment, PATH: path.join(delimiter), FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const finish = (passed: boolean) =>
      resolve({ passed, output: stripVTControlCharacters(output), seconds: (performance.now() - started) / 1000 })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => {
      output += error.message
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}
