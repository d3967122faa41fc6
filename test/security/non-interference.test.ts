import { endpoints } from '@kunak/api/reference'
import { facets, type Organisation } from '@kunak/contracts/directory'
import { anonymous } from '@kunak/contracts/identity'
import { viewerFrom } from '@kunak/domain/identity'
import { anApi, anOrganisation, aProfile, everyGroup, organisations, type Someone, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityOf, type Reader, readers } from './readers.ts'
import { withoutTheUnseen } from './without-the-unseen.ts'

const today = storyTime.slice(0, 10)

/** A world: anything at all, and the organisations that the readers belong to. */
const worlds = fc.record({
  strangers: fc.uniqueArray(organisations, { minLength: 3, maxLength: 12, selector: ({ id }) => id }),
  words: fc.array(fc.constantFrom('мост', 'bridge', 'Chechnya', 'женщ', 'law', 'горянка', 'правозащита'), { maxLength: 2 }),
})

const own = anOrganisation({ profile: aProfile({ audiences: everyGroup('organisation') }) })
const other = anOrganisation({ profile: aProfile({ audiences: everyGroup('network') }) })
const applicant = anOrganisation({ standing: 'applicant' })
const frozen = anOrganisation({ standing: 'frozen', profile: aProfile({ audiences: everyGroup('public') }) })
const ids = { own: own.id, other: other.id, applicant: applicant.id, frozen: frozen.id }

/** Every address that can be read, with searches that use each facet, and a walk over the pages of a list. */
function addresses(world: readonly Organisation[], words: readonly string[]): string[] {
  const reads = endpoints.filter(({ method, path }) => method === 'get' && !unrelated.has(path))
  const q = encodeURIComponent(words.join(' '))
  const searches = [`?q=${q}`, `?q=${q}&limit=2`, ...facets.map((facet) => `?${facet}=${firstOf[facet]}`), '?limit=100']
  return reads.flatMap(({ path }) => {
    if (path.includes('{id}')) return world.map(({ id }) => path.replace('{id}', id))
    if (path === '/audit') return [path, ...world.map(({ id }) => `${path}?organisation=${id}`)]
    return path === '/organisations' ? searches.map((search) => path + search) : [path]
  })
}
// These say nothing of organisations, or (imports, the register) are a coordinator's own work.
const unrelated = new Set([
  '/health',
  '/openapi.json',
  '/docs',
  '/docs.css',
  '/vocabulary',
  '/imports/{id}',
  '/imports/{id}/report',
  '/do-not-list',
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

/** Every byte that a reader gets from a world: status, headers but for the request's own id, and body, page after page. */
async function everythingSeen(world: readonly Organisation[], who: Someone | null, paths: readonly string[]): Promise<string[]> {
  await using house = await anApi()
  await house.put(...world)
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

describe('what a reader may not see', () => {
  it.for<Reader>(readers)('changes no byte of any answer to %s', { timeout: 120_000 }, async (reader) => {
    await fc.assert(
      fc.asyncProperty(worlds, async ({ strangers, words }) => {
        const world = [own, other, applicant, frozen, ...strangers]
        const who = identityOf(reader, ids)
        const paths = addresses(world, words)
        const viewer =
          who === null
            ? anonymous
            : viewerFrom({ ...who, memberships: [...who.memberships], id: who.personId, actorNonce: '' }, world)
        const pruned = withoutTheUnseen(viewer, world, today)
        const [seen, expected] = [await everythingSeen(world, who, paths), await everythingSeen(pruned, who, paths)]
        const differs = seen.findIndex((answer, index) => answer !== expected[index])
        expect([seen.length, seen[differs]]).toEqual([expected.length, expected[differs]])
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })
})
