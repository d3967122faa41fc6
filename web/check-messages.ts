import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { findCatalogueFaults } from './find-catalogue-faults.ts'

/** `node web/check-messages.ts [web folder]`: ends with 1 and names every key that is missing, unused or different in one language. */
const web = argv[2] ?? fileURLToPath(new URL('.', import.meta.url))
const catalogues = Object.fromEntries(
  readdirSync(join(web, 'messages'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(web, 'messages', name), 'utf8')) as Record<string, unknown>,
    ]),
)
const sources = readdirSync(join(web, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.startsWith(join('lib', 'paraglide')))
  .map((name) => readFileSync(join(web, 'src', name), 'utf8'))

const faults = findCatalogueFaults(catalogues, sources)
for (const fault of faults) console.error(fault)
if (faults.length > 0) exit(1)
