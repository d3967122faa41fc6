import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtAssets } from '@kunak/web'
import { buildWeb, webSources } from '@kunak/web/build-web'
import { CannotStart } from './cannot-start.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const cache = join(repository, 'node_modules', '.cache', 'kunak')
const stamp = join(cache, 'built-from')
// Made by the build and its tools; documents and tests are no part of a page.
const isNoSource = (name: string) =>
  ['node_modules', 'build', 'paraglide', 'cache'].includes(name) || /^[.]|[.]md$|[.]test[.]ts$/.test(name)

/** Builds the pages unless they were built from exactly the present sources; `say` hears that it will take a while. */
export async function buildWebIfChanged(say: (line: string) => void): Promise<void> {
  const sources = await fingerprintOf(webSources)
  const builtFrom = await readFile(stamp, 'utf8').catch(() => '')
  if (existsSync(builtAssets) && builtFrom === sources) return
  say('Building the pages, because their sources have changed …')
  await mkdir(cache, { recursive: true })
  await writeFile(stamp, '')
  await buildWeb().catch((fault: unknown) => {
    throw new CannotStart(`The pages could not be built. ${fault instanceof Error ? fault.message : ''}`)
  })
  await writeFile(stamp, sources)
}

/** A fingerprint of files and folders (paths from the root of the repository), without what is made from them. */
async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [...paths].sort())
    for (const file of await filesIn(path)) hash.update(`${file}\0`).update(await contentOf(file))
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(join(repository, path))).isDirectory()) return [path]
  const entries = await readdir(join(repository, path), { withFileTypes: true })
  const names = entries.map(({ name }) => name).filter((name) => !isNoSource(name))
  return (await Promise.all(names.sort().map((name) => filesIn(join(path, name))))).flat()
}

const contentOf = (file: string) => readFile(join(repository, file))
