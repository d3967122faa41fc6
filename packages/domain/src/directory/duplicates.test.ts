import { describe, expect, it } from 'vitest'
import { judge, resemblance, type Verdict } from './duplicates.ts'

type Said = { readonly names: readonly string[]; readonly country?: string | null; readonly website?: string }
const verdict = (a: Said, b: Said) =>
  [a, b]
    .map(({ names, country = 'GE', website = '' }) => resemblance({ names, country, website }))
    .reduce<Verdict | null>((_, __, index, both) => (index === 0 ? null : judge(both[0]!, both[1]!)), null)

/** The same question both ways round, because being the same has no direction. */
function expectVerdict(a: Said, b: Said, expected: Verdict) {
  expect([verdict(a, b), verdict(b, a)], `${a.names.join(' / ')} ~ ${b.names.join(' / ')}`).toEqual([expected, expected])
}

describe('two organisations', () => {
  it('are one when a name is the same but for case, accents, small words and one typing error', () => {
    expectVerdict({ names: ['Горная тропа надежды'] }, { names: ['ГОРНАЯ ТРОПА НАДЕЖДЫ'] }, 'same')
    expectVerdict({ names: ['Réseau des Sources Claires'] }, { names: ['Reseau Sources Claire'] }, 'same')
    expectVerdict({ names: ['Fund for Mountain Schools'] }, { names: ['Mountain Schools'] }, 'same')
    expectVerdict({ names: ['جمعية أصدقاء النهر'] }, { names: ['جمعيه اصدقاء  النهر'] }, 'same')
  })

  it('are two when one word differs, however long the rest is', () => {
    expectVerdict(
      { names: ['Union for the rights of rural teachers'] },
      { names: ['Union for the rights of rural nurses'] },
      'other',
    )
    expectVerdict({ names: ['Форум 14 апреля'] }, { names: ['Форум 15 апреля'] }, 'other')
    expectVerdict({ names: ['Дом матери'] }, { names: ['Дом ребёнка'] }, 'other')
  })

  it('are two when the kind of body differs', () => {
    expectVerdict({ names: ['Juniper Centre for Women'] }, { names: ['Juniper Forum for Women'] }, 'other')
  })

  it('are two when the countries differ, and doubtful when one is missing', () => {
    const names = ['Bridge of Juniper']
    expectVerdict({ names, country: 'GE' }, { names, country: 'TR' }, 'other')
    expectVerdict({ names, country: null }, { names, country: 'TR' }, 'doubt')
    expectVerdict({ names, country: null }, { names, country: null }, 'same')
  })

  it('are doubtful when one script says the same and another contradicts', () => {
    expectVerdict({ names: ['Juniper', 'جمعية العرعر'] }, { names: ['Juniper', 'جمعية حقول الجبل'] }, 'doubt')
  })

  it('are told apart by an abbreviation as little as by a name in another language', () => {
    expectVerdict({ names: ['JBC', 'جمعية حقول الجبل'] }, { names: ['JBC', 'مركز صوت الوادي'] }, 'other')
    expectVerdict(
      { names: ['JBC', 'جمعية حقول الجبل الأخضر'] },
      { names: ['Champs de montagne pour les jeunes', 'جمعية حقول الجبل الأخضر'] },
      'same',
    )
    expectVerdict({ names: ['JBC', 'جمعية حقول الجبل'] }, { names: ['XYZ', 'جمعية حقول الجبل'] }, 'doubt')
  })

  it('are doubtful when a single common word is all they share', () => {
    expectVerdict({ names: ['Association Nadiya', 'جمعية الأمل'] }, { names: ['ABC', 'جمعية الأمل'] }, 'doubt')
  })

  it('are settled by a website of their own, not by a page where many have one', () => {
    const [a, b] = [{ names: ['Juniper', 'جمعية العرعر'] }, { names: ['Juniper', 'جمعية حقول الجبل'] }]
    const website = 'https://juniper.example'
    expectVerdict({ ...a, website }, { ...b, website: 'https://www.juniper.example/about' }, 'same')
    const shared = 'https://www.facebook.com/juniper'
    expectVerdict({ ...a, website: shared }, { ...b, website: shared }, 'doubt')
  })
})
