import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, webSources } from '@kunak/web/build-web'
import { root } from '../lib/blocks/root.ts'

const made = new Set(['node_modules', 'build', '.svelte-kit', 'paraglide'])

/** Builds the pages, unless what they are made of is older than the last build. */
export async function prepareWeb(): Promise<void> {
  const builtAt = statSync(join(root, 'web/build/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (webSources.some((source) => newest(join(root, source)) > builtAt)) await buildWeb()
}

function newest(path: string): number {
  const { mtimeMs, ...entry } = statSync(path)
  if (!entry.isDirectory()) return mtimeMs
  const inside = readdirSync(path).filter((name) => !made.has(name))
  return Math.max(0, ...inside.map((name) => newest(join(path, name))))
}
