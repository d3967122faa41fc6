import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { anonymous } from '@kunak/contracts/identity'
import { isListedFor, viewOrganisation } from '@kunak/domain/directory'
import express from 'express'
import { benchDay, generateOrganisations } from '../generate-organisations.ts'
import { listen } from './tell-parent.ts'

/**
 * What one would write in an afternoon: Express over SQLite's FTS5, the same organisations, whole words and the beginning of the last
 * one. It knows no stems, no typing errors, no facets and no audiences.
 */
const day = new Date(benchDay)
const file = new DatabaseSync(':memory:')
file.exec("CREATE VIRTUAL TABLE words USING fts5(names, texts, state UNINDEXED, prefix='2 3')")
const add = file.prepare('INSERT INTO words (names, texts, state) VALUES (?, ?, ?)')
file.exec('BEGIN')
for (const organisation of generateOrganisations(Number(process.argv[2]))) {
  if (!isListedFor(anonymous, organisation, day)) continue
  const { names, description } = organisation.profile
  const view = viewOrganisation(anonymous, organisation, day)
  add.run(Object.values(names).join(' '), Object.values(description).join(' '), JSON.stringify(view))
}
file.exec('COMMIT')
const count = file.prepare('SELECT count(*) AS total FROM words WHERE words MATCH ?')
const find = file.prepare('SELECT state FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20')

const site = express()
site.get('/api/v1/organisations', (request, response) => {
  const asked = typeof request.query['q'] === 'string' ? request.query['q'] : ''
  const match = `${asked
    .split(' ')
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ')}*`
  const organisations = find.all(match).map(({ state }) => JSON.parse(String(state)) as unknown)
  response.json({ total: count.get(match)?.['total'], organisations })
})
await listen(createServer(site))
