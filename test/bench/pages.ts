import { anonymous } from '@kunak/contracts/identity'
import { isListedFor } from '@kunak/domain/directory'
import { headersOf, pages, writeHers } from '../journeys/every-page.ts'
import { broughtBy, serve } from '../journeys/over-the-wire.ts'
import { startSite } from '../journeys/start-site.ts'
import { fullHouse } from './full-house.ts'
import { benchDay, generateOrganisations } from './generate-organisations.ts'
import type { Row } from './row.ts'
import { questionsOf } from './search-questions.ts'
import { type Asked, besideRecorded, type RowOf } from './speed-rows.ts'
import { manyQuestions, startServer } from './under-load.ts'

const size = 10_000
const mostKilobytes = 14
const row: RowOf = (what, value, unit, atLeast) => ({
  bench: 'pages',
  what,
  organisations: size,
  value,
  unit,
  ...(atLeast !== undefined && { atLeast }),
})

/** Public pages beside bare `node:http` that gives back the same bytes, taken as in `http.ts`; and what every page weighs. */
export async function bench(): Promise<readonly Row[]> {
  return [...(await speeds()), ...(await weights())]
}

async function speeds(): Promise<Row[]> {
  await using house = await fullHouse(size)
  await using ours = await startServer('serve-kunak', JSON.stringify(house))
  const day = new Date(benchDay)
  const listed = [...generateOrganisations(size)].filter((one) => isListedFor(anonymous, one, day))
  const questions = questionsOf('exact', { size, count: manyQuestions })
  const asked: Asked[] = [
    { what: 'the list page, asked again', paths: ['/ru/organisations'], atLeast: 1 / 8 },
    { what: 'list pages, each new', paths: questions.map(({ q }) => `/ru/organisations?q=${encodeURIComponent(q)}`) },
    { what: 'profile pages, each time another', paths: listed.map(({ id }) => `/ru/organisations/${id}`) },
    { what: 'the map page, asked again', paths: ['/ru/map'] },
    { what: 'the home page, asked again', paths: ['/ru'] },
  ]
  const rows: Row[] = []
  for (const one of asked) rows.push(...(await besideRecorded(house, ours, { asked: one, row })))
  return rows
}

/** HTML and style together, compressed by gzip as the server in front does it; the demo network, in Russian, the longer language. */
async function weights(): Promise<Row[]> {
  await using site = await startSite()
  await writeHers(site)
  const rows: Row[] = []
  for (const page of pages) {
    const headers = await headersOf(site, page, 'ru')
    const served = await serve(`${site.origin}/ru${page.path}`, headers)
    const { styles, scripts } = broughtBy(served.body.toString('utf8'))
    const weigh = async (addresses: readonly string[]) => {
      const files = await Promise.all(addresses.map((address) => serve(site.origin + address, headers)))
      return files.reduce((sum, { weight }) => sum + weight, 0) / 1000
    }
    const kilobytes = served.weight / 1000 + (await weigh(styles))
    rows.push(
      { bench: 'pages', what: `${page.name}: HTML and style`, value: kilobytes, unit: 'kB', atMost: mostKilobytes },
      { bench: 'pages', what: `${page.name}: scripts`, value: await weigh(scripts), unit: 'kB' },
    )
  }
  return rows
}
