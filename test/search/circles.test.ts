import { aCircleId, aCoordinator, aMember, anonymous, anOrganisation, everyGroup } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aDirectory, type TestDirectory } from './a-directory.ts'

const circle = aCircleId()
const [neighbours, others, nobody] = [
  aMember(undefined, { circles: [circle] }),
  aMember(undefined, { circles: [aCircleId()] }),
  aMember(),
]

/** An organisation that everybody knows by name, and its circle by what it does. */
const river = anOrganisation({
  circles: [circle],
  audienceCircle: circle,
  profile: {
    names: { ru: 'Река' },
    description: { ru: 'Вывозим людей через перевал.' },
    website: '',
    worksIn: [{ republic: 'RU-IN', district: '' }],
    expertise: [{ area: 'physical_security', level: 'lead', capacity: 'open', until: null, delivery: 'both' }],
    audiences: { ...everyGroup('network'), names: 'public', description: 'circle', work: 'circle', expertise: 'circle' },
  },
})

async function what(directory: TestDirectory, viewer = anonymous, q = 'перевал') {
  const { total, facets } = await directory.find(viewer, { q })
  const { cells } = await directory.coverage(viewer)
  return { total, republics: facets.republic, cells: cells.length }
}
const nothing = { total: 0, republics: [], cells: 0 }
const all = { total: 1, republics: [{ value: 'RU-IN', count: 1 }], cells: 1 }

describe('what is for a circle', () => {
  it.each([
    ['published', true],
    ['not published yet', false],
  ])('is found, counted and on the map for the people of that circle and for nobody else (%s)', async (_, isPublished) => {
    await using directory = await aDirectory()
    await directory.put(river)
    if (isPublished) await directory.publish()
    expect(await what(directory, neighbours)).toEqual(all)
    for (const viewer of [anonymous, nobody, others, aCoordinator()]) expect(await what(directory, viewer)).toEqual(nothing)
    // Everybody else knows only that it is there.
    expect((await directory.find(others, { q: 'река' })).organisations.map(({ organisation }) => organisation)).toEqual([
      expect.not.objectContaining({ description: expect.anything() as unknown }),
    ])
  })

  it('is theirs no more from the next answer on once the organisation means another circle, leaves, or is frozen', async () => {
    await using directory = await aDirectory()
    await directory.put(river)
    await directory.publish()
    const changes = [
      { audienceCircle: null },
      { circles: [aCircleId()], audienceCircle: null },
      { standing: 'frozen' as const, frozen: { at: '2026-11-22T09:00:00.000Z', before: 'vetted' as const } },
    ]
    for (const change of changes) {
      await directory.put({ ...river, ...change })
      expect(await what(directory, neighbours)).toEqual(nothing)
      await directory.put(river)
      expect(await what(directory, neighbours)).toEqual(all)
    }
  })

  it('stays up to date in what is kept for a circle while others of it change', async () => {
    await using directory = await aDirectory()
    await directory.put(river)
    expect((await what(directory, neighbours)).total).toBe(1)
    const stream = anOrganisation({ ...river, id: nobody.memberships[0]?.organisationId ?? river.id, version: 1 })
    await directory.put(stream)
    expect((await what(directory, neighbours)).total).toBe(2)
    await directory.put({ ...river, profile: { ...river.profile, description: {} } })
    expect((await what(directory, neighbours)).total).toBe(1)
    expect((await what(directory, others)).total).toBe(0)
  })
})
