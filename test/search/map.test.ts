import type { Expertise, Organisation } from '@kunak/contracts/directory'
import { capacities, Coverage, levels } from '@kunak/contracts/directory'
import { isListedFor, viewOrganisation } from '@kunak/domain/directory'
import { aMember, anonymous, anOrganisation, everyGroup, organisations } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDirectory } from './a-directory.ts'
import { readersOf } from './questions.ts'

const lead: Expertise = { area: 'lgbti', level: 'lead', capacity: 'open', until: null, delivery: 'both' }
const working = (name: string, republic: Organisation['profile']['worksIn'][number]['republic'], said: Partial<Expertise> = {}) =>
  anOrganisation({
    profile: {
      names: { ru: name },
      worksIn: [{ republic, district: '' }],
      expertise: [{ ...lead, ...said }],
      audiences: everyGroup('public'),
    },
  })

describe('the map', () => {
  it('counts what the reader sees, by level and by capacity of the day', async () => {
    const world = fc.uniqueArray(organisations, { selector: ({ id }) => id, minLength: 3, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(world, fc.boolean(), async (all, isPublished) => {
        await using directory = await aDirectory()
        await directory.put(...all)
        if (isPublished) await directory.publish()
        for (const viewer of readersOf(all)) {
          const coverage = Coverage.parse(await directory.coverage(viewer))
          const seen = all
            .filter((organisation) => isListedFor(viewer, organisation, directory.now()))
            .flatMap((organisation) => viewOrganisation(viewer, organisation, directory.now()) ?? [])
          const isPublic = !viewer.isInNetwork && !viewer.isCoordinator
          for (const { expertise, republic, count, ...by } of coverage.cells) {
            const entries = seen
              .filter((view) => view.worksIn?.some((place) => place.republic === republic))
              .flatMap((view) => view.expertise?.filter(({ area }) => area === expertise) ?? [])
            expect(count).toBe(isPublic && entries.length < 3 ? 'few' : entries.length)
            if (count === 'few') expect(by).toEqual({})
            else
              expect(by).toEqual({
                levels: Object.fromEntries(levels.map((level) => [level, entries.filter((one) => one.level === level).length])),
                capacity: Object.fromEntries(
                  capacities.map((capacity) => [capacity, entries.filter((one) => one.capacity === capacity).length]),
                ),
              })
          }
          const pairs = new Set(
            seen.flatMap(({ worksIn = [], expertise = [] }) =>
              worksIn.flatMap(({ republic }) => expertise.map(({ area }) => `${area} ${republic}`)),
            ),
          )
          expect(new Set(coverage.cells.map(({ expertise, republic }) => `${expertise} ${republic}`))).toEqual(pairs)
        }
      }),
      { numRuns: 10, seed: 20261122 },
    )
  })

  it('names for each gap who could help: from next door first, then from afar', async () => {
    await using directory = await aDirectory()
    await directory.put(
      working('Дальние', 'exile', { delivery: 'remote' }),
      working('Соседи', 'RU-DA', { level: 'can_support', delivery: 'on_site' }),
      working('Заняты', 'RU-IN', { capacity: 'none' }),
      working('Учатся', 'RU-CE', { level: 'learning' }),
    )
    for (const viewer of [anonymous, aMember()]) {
      const { gaps } = await directory.coverage(viewer)
      const gap = gaps.find(({ expertise, republic }) => expertise === 'lgbti' && republic === 'RU-CE')
      expect(gap?.helpers.map(({ names, from, how, level }) => [names['ru'], from, how, level])).toEqual([
        ['Соседи', 'RU-DA', 'next_republic', 'can_support'],
        ['Дальние', 'exile', 'remote', 'lead'],
      ])
      expect(gaps.some(({ expertise, republic }) => expertise === 'lgbti' && republic === 'RU-DA')).toBe(false)
      expect(gaps.every(({ republic }) => republic !== 'exile' && republic !== 'RU-other')).toBe(true)
    }
  })
})
