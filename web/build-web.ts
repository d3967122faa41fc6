import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const directory = fileURLToPath(new URL('.', import.meta.url))
const turn = fileURLToPath(new URL('.svelte-kit/building', import.meta.url))

/**
 * Paths, relative to the repository, of everything that the built pages are made of: unchanged, no build is needed. The packages of
 * the ground are not among them, because the built pages find them where they stand.
 */
export const webSources = ['web', 'pnpm-lock.yaml']

/** Builds the pages into `web/build`, after any build that is under way; rejects with what the build printed when it fails. */
export async function buildWeb(): Promise<void> {
  mkdirSync(new URL('.svelte-kit', import.meta.url), { recursive: true })
  while (!takeTurn()) await setTimeout(200)
  try {
    const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')))
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: directory })
  } finally {
    rmSync(turn, { force: true })
  }
}

/** Two builds at once would take each other's files away. The mark of a process that has died counts for nothing. */
function takeTurn(): boolean {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(Number(readFileSync(turn, 'utf8')))) rmSync(turn, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}
