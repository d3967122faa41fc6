import { OrganisationQuery } from '@kunak/contracts/directory'
import { aCoordinator, aMember, anonymous, anOrganisation, everyGroup, organisations } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDirectory, type Question, type TestDirectory } from './a-directory.ts'

const forAll = { audiences: everyGroup('public') }
const named = (name: string, said: Parameters<typeof anOrganisation>[0] = {}) =>
  anOrganisation({ ...said, profile: { ...forAll, names: { ru: name }, description: {}, website: '', ...said.profile } })

async function names(directory: TestDirectory, question: Question = {}, viewer = anonymous): Promise<(string | undefined)[]> {
  const { organisations: found } = await directory.find(viewer, question)
  return found.map(({ organisation }) => organisation.names['ru'])
}

describe('a change', () => {
  it.each([false, true])(
    'holds from the next search on, in results, counts and map (published before: %s)',
    async (isPublished) => {
      await using directory = await aDirectory()
      const bridge = named('Мост', { profile: { worksIn: [{ republic: 'RU-CE', district: '' }] } })
      await directory.put(bridge, named('Голос'))
      if (isPublished) await directory.publish()
      expect(await names(directory)).toEqual(['Голос', 'Мост'])

      await directory.put({ ...bridge, profile: { ...bridge.profile, names: { ru: 'Причал' } } })
      expect(await names(directory)).toEqual(['Голос', 'Причал'])
      expect(await names(directory, { q: 'мост' })).toEqual([])

      await directory.put({ ...bridge, standing: 'frozen' })
      expect(await names(directory)).toEqual(['Голос'])
      expect(await names(directory, {}, aCoordinator())).toEqual(['Голос'])
      const { facets, total } = await directory.find(anonymous)
      expect([total, facets['republic']]).toEqual([1, [{ value: 'RU-DA', count: 1 }]])
      expect((await directory.coverage(anonymous)).organisations).toEqual([{ republic: 'RU-DA', count: 'few' }])
      expect(await directory.search.namesLike(['Мост', 'Причал'])).toEqual([])
    },
  )

  it('hides what so far only the published file had', async () => {
    await using directory = await aDirectory()
    const bridge = named('Мост')
    await directory.put(bridge, named('Голос'))
    await directory.publish()
    expect(await names(directory)).toEqual(['Голос', 'Мост'])
    await directory.put({ ...bridge, standing: 'frozen' })
    expect(await names(directory)).toEqual(['Голос'])
  })

  it('is seen though a later one of another process carries an earlier time', async () => {
    await using directory = await aDirectory()
    const bridge = named('Мост')
    await directory.put(bridge)
    expect(await names(directory)).toEqual(['Мост'])
    directory.now.moveTo('2026-11-22T08:59:30Z')
    await directory.put({ ...bridge, profile: { ...bridge.profile, names: { ru: 'Причал' } } })
    directory.now.moveTo('2026-11-22T09:00:00Z')
    expect(await names(directory)).toEqual(['Причал'])
  })

  it('of the day moves profiles out of lists without anything being saved', async () => {
    await using directory = await aDirectory()
    await directory.put(named('Мост', { assuredAt: '2026-06-01T00:00:00Z' }))
    await directory.publish()
    expect(await names(directory)).toEqual(['Мост'])
    directory.now.moveTo('2026-11-29T09:00:00Z')
    expect(await names(directory)).toEqual([])
    expect(await names(directory, { freshness: 'stale' }, aMember())).toEqual(['Мост'])
    directory.now.moveTo('2027-06-02T09:00:00Z')
    expect(await names(directory, {}, aMember())).toEqual([])
    expect(await names(directory, {}, aCoordinator())).toEqual(['Мост'])
  })

  it('of the day opens a capacity that was limited until then', async () => {
    await using directory = await aDirectory()
    const entry = { area: 'lgbti', level: 'lead', capacity: 'none', until: '2026-11-30', delivery: 'both' } as const
    await directory.put(named('Мост', { profile: { expertise: [entry] } }))
    expect(await names(directory, { capacity: 'open' })).toEqual([])
    directory.now.moveTo('2026-12-01T00:00:00Z')
    expect(await names(directory, { capacity: 'open' })).toEqual(['Мост'])
    expect((await directory.coverage(aMember())).cells[0]?.capacity).toEqual({ open: 1, limited: 0, none: 0 })
  })
})

describe('people of an organisation', () => {
  it('find it while nobody else does, published or not', async () => {
    await using directory = await aDirectory()
    const applicant = named('Новые', { standing: 'applicant', profile: { audiences: everyGroup('organisation') } })
    const member = aMember(applicant.id, { isInNetwork: false })
    await directory.put(applicant, named('Мост'))
    expect(await names(directory, {}, member)).toEqual(['Мост', 'Новые'])
    await directory.publish()
    expect(await names(directory, {}, member)).toEqual(['Мост', 'Новые'])
    expect(await names(directory, {}, aMember())).toEqual(['Мост'])
    await directory.put({ ...applicant, profile: { ...applicant.profile, names: { ru: 'Новейшие' } } })
    expect(await names(directory, {}, member)).toEqual(['Мост', 'Новейшие'])
  })
})

describe('a page after the first', () => {
  it('neither repeats nor skips when others come in between', async () => {
    const arrivals = fc.array(fc.constantFrom('Аул', 'Мост', 'Мостовая', 'Яр', 'Сад Мост'), { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(arrivals, arrivals, fc.boolean(), fc.constantFrom('', 'мост'), async (first, later, isPublished, q) => {
        await using directory = await aDirectory()
        const waiting = later.map((name) => named(name))
        await directory.put(...first.map((name) => named(name)))
        if (isPublished) await directory.publish()
        const before = (await directory.find(anonymous, { q, limit: 100 })).organisations.map(
          ({ organisation }) => organisation.id,
        )
        const met: string[] = []
        let cursor: string | null = null
        do {
          const page = await directory.find(anonymous, { q, limit: 2, ...(cursor && { cursor }) })
          met.push(...page.organisations.map(({ organisation }) => organisation.id))
          cursor = page.next
          const next = waiting.pop()
          if (next) await directory.put(next)
        } while (cursor)
        expect(new Set(met).size).toBe(met.length)
        expect(met.filter((id) => before.some((known) => known === id))).toEqual(before)
      }),
      { numRuns: 10, seed: 20261122 },
    )
  })

  it.each([
    ['nonsense', 'nonsense'],
    ['something else in the same coat', Buffer.from('[1,"x"]').toString('base64url')],
    ['nothing at all', ''],
  ])('is refused for %s', async (_, cursor) => {
    await using directory = await aDirectory()
    const refused = await directory.search.find(anonymous, OrganisationQuery.parse({ cursor }))
    expect(refused).toEqual({ ok: false, refusal: { code: 'bad_cursor' } })
  })

  it('is refused for the link of another question', async () => {
    await using directory = await aDirectory()
    await directory.put(named('Мост'), named('Мост и берег'))
    const { next } = await directory.find(anonymous, { q: 'мост', limit: 1 })
    const refused = await directory.search.find(anonymous, OrganisationQuery.parse({ q: 'берег', cursor: next ?? '' }))
    expect(refused).toEqual({ ok: false, refusal: { code: 'bad_cursor' } })
    expect((await directory.find(anonymous, { q: ' МОСТ ', limit: 1, cursor: next ?? '' })).organisations).toHaveLength(1)
  })
})

describe('any word of any organisation', () => {
  it('is taken as text, whatever it means to a database', async () => {
    await fc.assert(
      fc.asyncProperty(organisations, fc.string({ unit: 'grapheme', maxLength: 60 }), async (organisation, text) => {
        await using directory = await aDirectory()
        await directory.put({ ...organisation, standing: 'vetted', profile: { ...organisation.profile, ...forAll } })
        for (const q of [text, '"мост" OR *', "'; DROP TABLE organisations; --", 'name:мост AND NOT', '\u0000'])
          expect((await directory.find(aCoordinator(), { q })).total).toBeLessThanOrEqual(1)
      }),
      { numRuns: 10, seed: 20261122 },
    )
  })
})
