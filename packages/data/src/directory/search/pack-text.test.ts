import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packText, unpackText } from './pack-text.ts'
import { statePhrases } from './state-phrases.ts'

describe('a packed text', () => {
  it('is the same when it is read again, in whatever script and with whatever phrases', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...statePhrases, 'Ӏ', 'ё', '😀', '\ud800', '\u007f'))
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const json = JSON.stringify(value)
        expect(unpackText(packText(json))).toBe(json)
      }),
    )
  })

  it('may be as long as it likes', () => {
    const json = JSON.stringify('Центр 😀 '.repeat(20_000))
    expect(unpackText(packText(json))).toBe(json)
  })

  it('takes a byte for a letter of Latin or Cyrillic, and two for a phrase', () => {
    expect(packText('abcабв')).toHaveLength(6)
    expect(packText('"acronym":""')).toHaveLength(2)
  })
})
