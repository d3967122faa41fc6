import { anOrganisation, everyGroup } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { aDirectory } from './a-directory.ts'

const named = (names: Record<string, string>, acronym = '') =>
  anOrganisation({ standing: 'applicant', profile: { names, acronym, audiences: everyGroup('organisation') } })

describe('names that resemble one', () => {
  it.each([false, true])(
    'are found whoever may see them, in any script, most alike first (published: %s)',
    async (isPublished) => {
      await using directory = await aDirectory()
      const same = named({ ru: 'Мост доверия', en: 'Bridge of Trust' })
      const near = named({ ru: 'Мост довериа' })
      await directory.put(near, same, named({ ru: 'Голос гор' }), named({ ar: 'جسر الثقة' }, 'MD'))
      if (isPublished) await directory.publish()
      const found = await directory.search.namesLike(['Most Doveriya'])
      expect(found.map(({ id }) => id)).toEqual([same.id, near.id])
      expect(found[0]).toMatchObject({ similarity: 1, names: { ru: 'Мост доверия', en: 'Bridge of Trust' } })
      expect(await directory.search.namesLike(['جسر الثقة'])).toMatchObject([{ similarity: 1, acronym: 'MD' }])
      expect(await directory.search.namesLike(['', '—'])).toEqual([])
    },
  )

  it('are found by the words that few share, however many share the others', async () => {
    await using directory = await aDirectory()
    const wanted = named({ ru: 'Центр Щебетуха' })
    await directory.put(wanted, ...Array.from({ length: 30 }, (_, at) => named({ ru: `Центр Причал${at}` })))
    const [best] = await directory.search.namesLike(['Центр «Щебетуха»'])
    expect(best).toMatchObject({ id: wanted.id, similarity: 1 })
  })
})
