import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedWords, likenessOf } from './search-words-question.ts'
import { wordsOf } from './search-words.ts'

const likeness = (question: string, word: string) => askedWords(question).map((asked) => likenessOf(asked, word))

describe('askedWords', () => {
  it('leaves out words that only join others, unless there are none but those', () => {
    expect(askedWords('права женщин в Чечне и на юге').map(({ word }) => word)).toEqual(['права', 'женщин', 'чечне', 'юге'])
    expect(askedWords('и в').map(({ word }) => word)).toEqual(['и', 'в'])
  })

  it('lets only the last word go on, from two letters', () => {
    expect(askedWords('мост дов').map(({ mayGoOn }) => mayGoOn)).toEqual([false, true])
    expect(askedWords('д').map(({ mayGoOn }) => mayGoOn)).toEqual([false])
  })

  it('asks for each word once, and for a dozen at most', () => {
    expect(askedWords('мост Мост МОСТ')).toHaveLength(1)
    expect(askedWords(Array.from({ length: 60 }, (_, n) => `w${n}`).join(' '))).toHaveLength(12)
  })
})

describe('likenessOf', () => {
  it.each([
    ['Chechnya', 'чечни', 'same'],
    ['женщина', 'женщинами', 'same'],
    ['дагестане', 'дагестан', 'same'],
    ['dov', 'доверие', 'begins'],
    ['дов', 'доверие', 'begins'],
    ['defendars', 'defenders', 'similar'],
    ['organizaton', 'organization', 'similar'],
    ['зщита', 'защита', 'similar'],
    ['суд', 'сад', null],
    ['мост', 'защита', null],
    ['1027700132195', '1027700132196', null],
  ] as const)('"%s" finds %s: %s', (question, word, expected) => {
    expect(likeness(question, word)).toEqual([expected])
  })

  it('finds every word of any text by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) expect(likeness(word, word)).toEqual(['same'])
      }),
    )
  })
})
