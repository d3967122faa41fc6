import type { OrganisationQuery } from '@kunak/contracts/directory'
import { anonymous } from '@kunak/contracts/identity'
import { isListedFor } from '@kunak/domain/directory'
import { fullHouse, type House } from './full-house.ts'
import { benchDay, generateOrganisations } from './generate-organisations.ts'
import type { Row } from './row.ts'
import { type QuestionKind, questionKinds, questionsOf } from './search-questions.ts'
import { type Asked, besideRecorded, ratioRows, type RowOf, speedRows } from './speed-rows.ts'
import { compare, manyQuestions, type Server, startServer } from './under-load.ts'

const size = 10_000
const where = '/api/v1/organisations'
const row: RowOf = (what, value, unit, atLeast) => ({
  bench: 'http',
  what,
  organisations: size,
  value,
  unit,
  ...(atLeast !== undefined && { atLeast }),
})

/**
 * The JSON API over HTTP beside a bare `node:http` that gives back the same bytes, beside one that does the same search, and beside
 * Express over SQLite's FTS5. Each server has a process of its own, and so has the load: 64 connections that stay open, three rounds
 * of three seconds each, taken by turns; the median round counts. Ratios are of answers for each second of the server's processor time.
 */
export async function bench(): Promise<readonly Row[]> {
  await using house = await fullHouse(size)
  await using ours = await startServer('serve-kunak', JSON.stringify(house))
  const asked: Asked[] = [
    { what: 'the list, asked again', paths: [where] },
    { what: 'searches of every kind, each new', paths: searchesOfEveryKind() },
    { what: 'one organisation, each time another', paths: listedPaths() },
  ]
  const rows: Row[] = []
  for (const one of asked) rows.push(...(await besideRecorded(house, ours, { asked: one, row })))
  const exact = questions('exact', manyQuestions)
  return [
    ...rows,
    ...(await besideOthers(house, ours, { what: 'one search, asked again', paths: exact.slice(0, 1) })),
    ...(await besideOthers(house, ours, { what: 'searches for whole words, each new', paths: exact })),
  ]
}

/** The same questions to servers that do the work in other ways. */
async function besideOthers(house: House, server: Server, { what, paths }: Asked): Promise<Row[]> {
  await using sameWork = await startServer('serve-search', JSON.stringify(house))
  await using express = await startServer('serve-express', String(size))
  const { ours, search, fts } = await compare(
    { ours: { server, paths }, search: { server: sameWork, paths }, fts: { server: express, paths } },
    house.folder,
  )
  return [
    ...speedRows(what, ours, row),
    ...ratioRows(`${what}: beside bare node:http with the same search`, [ours, search], { row, atLeast: 0.5 }),
    ...ratioRows(`${what}: beside Express over SQLite FTS5`, [ours, fts], { row }),
  ]
}

function searchesOfEveryKind(): string[] {
  const perKind = questionKinds.map((kind) => questions(kind, manyQuestions / questionKinds.length))
  return Array.from({ length: manyQuestions }, (_, turn) => {
    const kind = perKind[turn % perKind.length]
    return kind?.[Math.floor(turn / perKind.length)] ?? where
  })
}

function questions(kind: QuestionKind, count: number): string[] {
  return questionsOf(kind, { size, count }).map((query) => `${where}?${parametersOf(query)}`)
}

function parametersOf(query: OrganisationQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one))
  }
  return parameters
}

function listedPaths(): string[] {
  const day = new Date(benchDay)
  return [...generateOrganisations(size)].filter((one) => isListedFor(anonymous, one, day)).map(({ id }) => `${where}/${id}`)
}
