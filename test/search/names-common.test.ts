import type { Organisation } from '@kunak/contracts/directory'
import { byNames, resemblance } from '@kunak/domain/directory'
import { anOrganisation, everyGroup } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDirectory, type TestDirectory } from './a-directory.ts'
import { aName, written } from './common-names.ts'

const seed = 20261122
const mostCandidates = 20
const comparable = (names: Iterable<string>) => resemblance({ names, country: null, website: '' })

describe('names among many that share their words', () => {
  let directory: TestDirectory
  const organisations = fc.sample(aName, { numRuns: 400, seed }).map(named)
  const listed = organisations.slice(5).map(({ id, profile }) => ({ id, names: comparable(Object.values(profile.names)) }))

  beforeAll(async () => {
    directory = await aDirectory()
    // Some are in the published file, some have changed since, and some are gone.
    await directory.put(...organisations.slice(0, 300))
    await directory.publish()
    await directory.put(...organisations.slice(250))
    await directory.put(...organisations.slice(0, 5).map((one) => ({ ...one, standing: 'frozen' as const })))
  })
  afterAll(() => directory[Symbol.asyncDispose]())

  it('give every one that an import takes for the same or doubts, and those before all others', async () => {
    const verdicts = { same: 0, doubt: 0 }
    const asked = fc.constantFrom(...organisations).chain(({ profile }) => fc.tuple(...Object.values(profile.names).map(written)))
    await fc.assert(
      fc.asyncProperty(asked, async (names) => {
        const ours = comparable(names)
        const expected = listed.filter((one) => {
          const verdict = byNames(ours, one.names)
          if (verdict !== 'other') verdicts[verdict] += 1
          return verdict !== 'other'
        })
        const found = await directory.search.namesLike(names)
        const first = found.slice(0, expected.length).map(({ id }) => id)
        const wanted = new Set<string>(expected.map(({ id }) => id))
        expect(first.every((id) => wanted.has(id))).toBe(true)
        expect(first).toHaveLength(Math.min(expected.length, mostCandidates))
        expect(found.every(({ similarity }) => similarity >= 0.5 && similarity <= 1)).toBe(true)
      }),
      { numRuns: 200, seed },
    )
    expect(verdicts.same).toBeGreaterThan(20)
    expect(verdicts.doubt).toBeGreaterThan(20)
  })
})

function named(names: Partial<Record<string, string>>): Organisation {
  return anOrganisation({ profile: { names: JSON.parse(JSON.stringify(names)), audiences: everyGroup('organisation') } })
}
