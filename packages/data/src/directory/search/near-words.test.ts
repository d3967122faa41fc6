import { isNear } from '@kunak/domain/directory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabularyOf, wordsNear } from './near-words.ts'

const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в', 'z'), maxLength: 11 })

describe('wordsNear', () => {
  it('finds exactly the words within so many edits, by whatever short cuts', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.constantFrom(0, 1, 2), (words, asked, edits) => {
        const expected = words.filter((one) => isNear(one, asked, edits))
        const near = wordsNear(vocabularyOf(words), asked, edits).map((index) => words[index])
        expect(near.sort()).toEqual(expected.sort())
      }),
      { numRuns: 2_000 },
    )
  })
})
