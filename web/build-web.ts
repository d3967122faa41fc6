import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const directory = fileURLToPath(new URL('.', import.meta.url))

/** Paths, relative to the repository, of everything that the built pages are made of: unchanged, no build is needed. */
export const webSources = ['web', 'packages/contracts', 'packages/domain', 'packages/vocabulary', 'pnpm-lock.yaml']

/** Builds the pages into `web/build`; rejects with what the build printed when it fails. */
export async function buildWeb(): Promise<void> {
  const vite = fileURLToPath(new URL('bin/vite.js', new URL('.', import.meta.resolve('vite/package.json'))))
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: directory })
}
