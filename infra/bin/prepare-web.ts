import { buildWeb, webSources } from '@kunak/web/build-web'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/blocks/root.ts'
import { newest } from '../lib/newest.ts'

const made = ['node_modules', 'build', '.svelte-kit', 'paraglide']

/** Builds the pages, unless what they are made of is older than the last build. */
export async function prepareWeb(): Promise<void> {
  const builtAt = statSync(join(root, 'web/build/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (webSources.some((source) => newest(join(root, source), made) > builtAt)) await buildWeb()
}
