import { endpoints } from '@kunak/api/reference'
import { type Circle, facets, type Organisation } from '@kunak/contracts/directory'
import type { Alert } from '@kunak/contracts/alerts'
import { anonymous, type Viewer } from '@kunak/contracts/identity'
import { loadCircles, loadOrganisations } from '@kunak/data/directory'
import { viewerFrom } from '@kunak/domain/identity'
import {
  aCircle,
  anApi,
  anOrganisation,
  aPersonOf,
  aProfile,
  circleIds,
  everyGroup,
  organisations,
  putAlert,
  putCircle,
  type Someone,
  storyTime,
  type TestApi,
} from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { alertsOf, alertsWithoutTheUnseen } from './alerts-of-a-world.ts'
import { identityOf, type Reader, readers } from './readers.ts'
import { circlesWithoutTheUnseen, withoutTheUnseen } from './without-the-unseen.ts'

const today = storyTime.slice(0, 10)

/** A world: anything at all, and the organisations that the readers belong to. */
const worlds = fc.record({
  strangers: fc.uniqueArray(organisations, { minLength: 3, maxLength: 9, selector: ({ id }) => id }),
  words: fc.array(fc.constantFrom('мост', 'bridge', 'Chechnya', 'женщ', 'law', 'горянка', 'правозащита'), { maxLength: 2 }),
})

const own = anOrganisation({ profile: aProfile({ audiences: everyGroup('organisation') }) })
const other = anOrganisation({ profile: aProfile({ audiences: everyGroup('network') }) })
const applicant = anOrganisation({ standing: 'applicant' })
const frozen = anOrganisation({ standing: 'frozen', profile: aProfile({ audiences: everyGroup('public') }) })
const [circle, anotherCircle] = circleIds
const forCircle = {
  circles: [circle],
  audienceCircle: circle,
  profile: aProfile({ audiences: everyGroup('circle') }),
}
const [first, neighbour] = [anOrganisation(forCircle), anOrganisation(forCircle)]
const elsewhere = anOrganisation({ circles: [anotherCircle], audienceCircle: anotherCircle })
const inCircles = [first, neighbour, elsewhere]
const ids = { own: own.id, other: other.id, applicant: applicant.id, frozen: frozen.id }

/** Every address that can be read, with searches that use each facet, and a walk over the pages of a list. */
function addresses(world: readonly Organisation[], alerts: readonly Alert[], words: readonly string[]): string[] {
  const reads = endpoints.filter(({ method, path }) => method === 'get' && !unrelated.has(path))
  const q = encodeURIComponent(words.join(' '))
  const searches = [`?q=${q}`, `?q=${q}&limit=2`, ...facets.map((facet) => `?${facet}=${firstOf[facet]}`), '?limit=100']
  return reads.flatMap(({ path }) => {
    if (path.includes('{circle}')) return circleIds.map((id) => path.replace('{circle}', id))
    if (path.includes('{message}'))
      return alerts.flatMap(({ id }) => ['.cap', '.alert.cap'].map((end) => path.replace('{message}', id + end)))
    if (path === '/feeds/alerts.atom') return [path, `${path}?language=en`, `${path}?republic=RU-DA`, `${path}?pressure=raid`]
    if (path.includes('{alert}')) return alerts.map(({ id }) => path.replace('{alert}', id))
    if (path === '/alerts') return [path, `${path}?state=ended`, `${path}?republic=RU-DA`, `${path}?pressure=raid&state=ended`]
    if (path.includes('{id}')) return world.map(({ id }) => path.replace('{id}', id))
    if (path === '/audit') return [path, ...world.map(({ id }) => `${path}?organisation=${id}`)]
    return path === '/organisations' ? searches.map((search) => path + search) : [path]
  })
}
// These say nothing of organisations, or (imports, the register) are a coordinator's own work, or her account.
const unrelated = new Set([
  '/health',
  '/openapi.json',
  '/docs',
  '/docs.css',
  '/vocabulary',
  '/imports/{id}',
  '/imports/{id}/report',
  '/do-not-list',
  '/sessions',
])
const firstOf = {
  republic: 'RU-DA',
  expertise: 'criminal_defence',
  level: 'lead',
  capacity: 'open',
  language: 'ru',
  legalForm: 'foundation',
  freshness: 'fresh',
} as const

interface World {
  readonly organisations: readonly Organisation[]
  readonly circles: readonly Circle[]
  readonly alerts: readonly Alert[]
}

/** Each circle of a world, with everybody who says that it belongs to it. */
function circlesOf(world: readonly Organisation[]): Circle[] {
  return circleIds.map((id) => aCircle({ id, members: world.filter(({ circles }) => circles.includes(id)) }))
}

async function open({ organisations: world, circles, alerts }: World): Promise<TestApi> {
  const house = await anApi()
  await house.put(...world)
  for (const one of circles) await putCircle(house.database, house.dependencies.now(), one)
  for (const one of alerts) await putAlert(house.dependencies, house.dependencies.now(), one)
  return house
}

/** Every byte that a reader gets from a world: status, headers but for the request's own id, and body, page after page. */
async function everythingSeen(house: TestApi, who: Someone | null, paths: readonly string[]): Promise<string[]> {
  const seen: string[] = []
  for (const path of paths) {
    let next: string | null = `/api/v1${path}`
    while (next !== null) {
      const response: Response = await house.ask(who, 'GET', next)
      const { 'x-request-id': _, ...headers } = Object.fromEntries(response.headers)
      const body = await response.text()
      seen.push(`${path} ${response.status} ${JSON.stringify(headers)} ${body.replace(/"requestId":"\w+"/, '')}`)
      const cursor: string | null = response.ok && path.startsWith('/organisations?') ? JSON.parse(body).next : null
      next = cursor === null ? null : `/api/v1${path}&cursor=${encodeURIComponent(cursor)}`
    }
  }
  return seen
}

/** Compares what somebody sees of a world as it is now with a world in which the rest has never been. */
async function expectNoInterference(house: TestApi, who: Someone | null, { paths, world }: { paths: string[]; world: World }) {
  const viewer = viewerOf(who, world.organisations)
  const pruned = withoutTheUnseen(viewer, world.organisations, today)
  await using without = await open({
    organisations: pruned,
    circles: circlesWithoutTheUnseen(viewer, world.circles, pruned),
    alerts: alertsWithoutTheUnseen(viewer, world.alerts, world.organisations),
  })
  const [seen, expected] = [await everythingSeen(house, who, paths), await everythingSeen(without, who, paths)]
  const differs = seen.findIndex((answer, index) => answer !== expected[index])
  expect([seen.length, seen[differs]]).toEqual([expected.length, expected[differs]])
  compared.worlds += 1
  compared.answers += seen.length
}

const compared = { worlds: 0, answers: 0 }
afterAll(() => {
  const { worlds: pairs, answers } = compared
  process.stdout.write(
    `Non-interference: ${pairs} worlds, each beside one without what its reader may not see: ${answers} answers alike.\n`,
  )
})

function viewerOf(who: Someone | null, world: readonly Organisation[]): Viewer {
  if (who === null) return anonymous
  return viewerFrom({ ...who, memberships: [...who.memberships], id: who.personId, actorNonce: '' }, world)
}

const otherReaders = {
  'a person of a circle': aPersonOf(neighbour.id, 'steward'),
  'a person of another circle': aPersonOf(elsewhere.id, 'steward'),
  'a coordinator who is a member': { ...aPersonOf(own.id, 'member'), isCoordinator: true },
} as const
type OtherReader = keyof typeof otherReaders
const someoneOf = (reader: Reader | OtherReader): Someone | null =>
  reader in otherReaders ? otherReaders[reader as OtherReader] : identityOf(reader as Reader, ids)

describe('what a reader may not see', () => {
  it.for<Reader | OtherReader>([...readers, ...(Object.keys(otherReaders) as OtherReader[])])(
    'changes no byte of any answer to %s',
    { timeout: 120_000 },
    async (reader) => {
      await fc.assert(
        fc.asyncProperty(worlds, fc.gen(), async ({ strangers, words }, any) => {
          const all = [own, other, applicant, frozen, ...inCircles, ...strangers]
          const world = { organisations: all, circles: circlesOf(all), alerts: any(alertsOf, all, [own.id, other.id]) }
          await using house = await open(world)
          await expectNoInterference(house, someoneOf(reader), { paths: addresses(all, world.alerts, words), world })
        }),
        { numRuns: 6, endOnFailure: true },
      )
    },
  )
})

describe('what has been seen until a moment ago', () => {
  /** What somebody does who belongs to the first organisation of the circle, before anybody reads. */
  const acts = {
    'has left its circle': ['DELETE', `/api/v1/organisations/${first.id}/circles/${circle}`],
    'has been frozen': ['POST', `/api/v1/organisations/${first.id}/freeze`],
  } as const
  const afterwards = ['nobody', 'a member', 'a coordinator', 'a person of a circle', 'a person of another circle'] as const
  it.for(Object.entries(acts).flatMap(([what, act]) => afterwards.map((reader) => [what, reader, act] as const)))(
    'of an organisation that %s changes no byte of any answer to %s',
    { timeout: 120_000 },
    async ([, reader, [method, path]]) => {
      const [strangers = []] = fc.sample(worlds, { numRuns: 1, seed: 20261122 }).map((world) => world.strangers)
      const all = [own, other, applicant, frozen, ...inCircles, ...strangers]
      const [alerts = []] = fc.sample(alertsOf(all, [first.id]), { numRuns: 1, seed: 20261122 })
      const paths = addresses(all, alerts, ['мост'])
      await using house = await open({ organisations: all, circles: circlesOf(all), alerts })
      const who = someoneOf(reader)
      const before = await everythingSeen(house, who, paths)
      expect((await house.ask(aPersonOf(first.id), method, path)).status).toBe(200)
      const world = {
        organisations: await loadOrganisations(
          house.database,
          all.map(({ id }) => id),
        ),
        circles: await loadCircles(house.database, circleIds),
        alerts,
      }
      await expectNoInterference(house, who, { paths, world })
      if (reader === 'a person of a circle') expect(await everythingSeen(house, who, paths)).not.toEqual(before)
    },
  )
})
