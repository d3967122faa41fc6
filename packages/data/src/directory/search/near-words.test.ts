import { isNear } from '@kunak/domain/directory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabularyOf, wordsNear } from './near-words.ts'

const letter = fc.constantFrom('а', 'б', 'в', 'z')
const word = fc.string({ unit: letter, maxLength: 11 })
const beginning = fc.constantFrom('', 'аб'.repeat(9), 'z'.repeat(27))
const longWord = fc.tuple(beginning, fc.string({ unit: letter, maxLength: 4 })).map((parts) => parts.join(''))

describe('wordsNear', () => {
  it.each([
    ['short', word],
    ['long', longWord],
  ])('finds exactly the words within so many edits, by whatever short cuts: %s ones', (_, one) => {
    const vocabulary = fc.tuple(fc.uniqueArray(one, { maxLength: 60 }), fc.boolean())
    fc.assert(
      fc.property(vocabulary, one, fc.constantFrom(0, 1, 2), ([words, isSorted], asked, edits) => {
        const ready = vocabularyOf(isSorted ? words.sort() : words)
        const expected = words.filter((candidate) => isNear(candidate, asked, edits))
        const near = wordsNear(ready, asked, edits).map((index) => words[index])
        expect(near.sort()).toEqual(expected.sort())
      }),
      { numRuns: 2_000 },
    )
  })
})
