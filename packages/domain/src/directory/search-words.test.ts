import { describe, expect, it } from 'vitest'
import { stemOf, wordsOf } from './search-words.ts'

describe('wordsOf', () => {
  it.each([
    ['ё is е', 'Ёлка ё́лка', ['елка', 'елка']],
    ['й stays й', 'Чечней', ['чечней']],
    ['every palochka is one letter', 'гӀалгӀай гIалгIай г1алг1ай гlалгlай гӏалгӏай г|алг|ай', Array(6).fill('гӏалгӏай')],
    ['a figure outside a Cyrillic word stays a figure', 'Форум 2011', ['форум', '2011']],
    ['accents do not count', 'Médina İstanbul straße Đà', ['medina', 'istanbul', 'strasse', 'da']],
    ['compatibility forms are plain', 'ﬁnance Ⅳ ２０', ['finance', 'iv', '20']],
    [
      'Arabic vowel signs, tatweel and variants of a letter do not count',
      'حُقُوق الأنسان إلى نســاء مدينة',
      ['حقوق', 'الانسان', 'الي', 'نساء', 'مدينه'],
    ],
    ['Arabic and Persian figures are figures', '١٢٣ ۴۵۶', ['123', '456']],
    ['Georgian capitals are small letters', 'ᲗᲑᲘᲚᲘᲡᲘ თბილისი', ['თბილისი', 'თბილისი']],
    ['a possessive is no word', 'women’s rights', ['women', 'rights']],
    ["a soft sign's apostrophe does not divide", "Nal'chik l'action", ['nalchik', 'l', 'action']],
    [
      'hyphens, dashes and zero-width marks divide or vanish',
      'Кабардино-Балкария mi\u200bne\u00adral',
      ['кабардино', 'балкария', 'mineral'],
    ],
    ['punctuation alone is nothing', '— !!! «» |', []],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('cuts an endless word', () => {
    expect(wordsOf('ы'.repeat(1_000_000)).map(({ length }) => length)).toEqual([40])
  })
})

describe('stemOf', () => {
  it.each([
    ['женщинам', 'женщины'],
    ['чеченский', 'чеченские'],
    ['lawyers', 'lawyer'],
    ['حقوق', 'الحقوق'],
    ['نساء', 'والنساء'],
  ])('%s and %s share a stem', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other))
  })

  it('leaves other scripts as they are', () => {
    expect(stemOf('თბილისი')).toBe('თბილისი')
  })
})
