import { OrganisationQuery } from '@kunak/contracts/directory'
import { facets } from '@kunak/contracts/directory'
import { freshDatabase, organisations, type TestDatabase } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDirectory } from './a-directory.ts'
import { bruteForce } from './brute-force.ts'
import { questions, readersOf, wordQuestions } from './questions.ts'

let shared: TestDatabase
beforeAll(async () => {
  // Keeps one database process for all worlds.
  shared = await freshDatabase()
})
afterAll(() => shared[Symbol.asyncDispose]())

const worlds = fc.uniqueArray(organisations, { selector: ({ id }) => id, minLength: 3, maxLength: 14 })
const asked = fc.array(fc.oneof(questions, wordQuestions), { minLength: 6, maxLength: 10 })

describe('the search, against looking at every organisation', () => {
  it.each([
    ['all of it published', 1],
    ['nothing published', 0],
    ['half of it changed since', 0.5],
  ])('finds the same, in the same order, for the same reasons, with the same counts: %s', async (_, published) => {
    await fc.assert(
      fc.asyncProperty(worlds, asked, async (world, questionsAsked) => {
        await using directory = await aDirectory()
        const early = Math.ceil(world.length * published)
        // What is published first looks different from what it becomes.
        await directory.put(
          ...world
            .slice(0, early)
            .map((one, index) => ({ ...one, profile: (published === 1 ? one : (world.at(-1 - index) ?? one)).profile })),
        )
        if (published > 0) await directory.publish()
        if (published < 1) await directory.put(...world)
        for (const viewer of readersOf(world))
          for (const question of questionsAsked) {
            const expected = bruteForce(viewer, world, { ...question, now: directory.now() })
            const found = await directory.find(viewer, question)
            expect(found.total).toBe(expected.ids.length)
            expect(found.organisations.map(({ organisation }) => organisation.id)).toEqual(expected.ids.slice(0, question.limit))
            expect(found.organisations.map((one) => one.reasons)).toEqual(expected.reasons.slice(0, question.limit))
            for (const facet of facets) {
              const counts = new Map(
                found.facets[facet].filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
              )
              expect(counts).toEqual(expected.facets[facet])
            }
          }
      }),
      { numRuns: 12, seed: 20261122 },
    )
  })
})

describe('pages', () => {
  it('put together are the whole answer, each organisation once', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, wordQuestions, async (world, question) => {
        await using directory = await aDirectory()
        await directory.put(...world)
        for (const viewer of readersOf(world)) {
          const expected = bruteForce(viewer, world, { ...question, now: directory.now() })
          const ids: string[] = []
          let cursor: string | null | undefined
          do {
            const page = await directory.find(viewer, OrganisationQuery.parse({ ...question, ...(cursor && { cursor }) }))
            ids.push(...page.organisations.map(({ organisation }) => organisation.id))
            cursor = page.next
          } while (cursor)
          expect(ids).toEqual(expected.ids)
        }
      }),
      { numRuns: 15, seed: 20261122 },
    )
  })
})
