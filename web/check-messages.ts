import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { argv, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { findCatalogueFaults } from './find-catalogue-faults.ts'

/** `node web/check-messages.ts [web folder]`: ends with 1 and names every key that is missing, unused or different in one language. */
const web = argv[2] ?? fileURLToPath(new URL('.', import.meta.url))
const messages = join(web, 'messages')
const catalogues: Record<string, Record<string, unknown>> = {}
for (const file of readdirSync(messages, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))) {
  const locale = basename(file, '.json')
  catalogues[locale] = { ...catalogues[locale], ...(JSON.parse(readFileSync(join(messages, file), 'utf8')) as object) }
}
const sources = readdirSync(join(web, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.startsWith(join('lib', 'paraglide')))
  .map((name) => readFileSync(join(web, 'src', name), 'utf8'))

const faults = findCatalogueFaults(catalogues, sources)
for (const fault of faults) console.error(fault)
if (faults.length > 0) exit(1)
