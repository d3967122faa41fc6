import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdentifier, identifierKey, normaliseIdentifier } from './identifiers.ts'

// Numbers that the registers publish in their own explanations, and one made by the rule.
const right = {
  'RU-OGRN': ['1027700132195', '304500116000157'],
  'RU-INN': ['7707083893', '500100732259'],
} as const

describe('identifiers', () => {
  it('takes right numbers of each register', () => {
    for (const scheme of ['RU-OGRN', 'RU-INN'] as const)
      for (const value of right[scheme]) expect(checkIdentifier({ scheme, value }), value).toBeNull()
    expect(checkIdentifier({ scheme: 'GB-CHC', value: '1123456' })).toBeNull()
    expect(checkIdentifier({ scheme: 'GB-CHC', value: '1123456-1' })).toBeNull()
    expect(checkIdentifier({ scheme: 'GE-NAPR', value: '404 123 456' })).toBeNull()
    expect(checkIdentifier({ scheme: 'other', value: 'anything' })).toBeNull()
  })

  it('names what does not have the form of its register', () => {
    for (const [scheme, value] of [
      ['RU-OGRN', '102770013219'],
      ['RU-OGRN', '2027700132195'],
      ['RU-INN', '0000000000'],
      ['RU-INN', '77070838931'],
      ['GB-CHC', '12345'],
      ['GE-NAPR', '12345678'],
    ] as const)
      expect(checkIdentifier({ scheme, value }), value).toBe('not_an_identifier')
  })

  it('always catches another check digit', () => {
    for (const scheme of ['RU-OGRN', 'RU-INN'] as const)
      for (const value of right[scheme])
        assert(
          property(integer({ min: 1, max: 9 }), (shift) => {
            const wrong = value.slice(0, -1) + String((Number(value.at(-1)) + shift) % 10)
            expect(checkIdentifier({ scheme, value: wrong }), wrong).toBe('wrong_check_digit')
          }),
        )
  })

  it('catches any single mistyped figure, except where the register itself cannot tell the remainders 0 and 10 apart', () => {
    assert(
      property(
        constantFrom(...right['RU-OGRN']),
        integer({ min: 1, max: 11 }),
        integer({ min: 1, max: 9 }),
        (value, at, shift) => {
          const place = Math.min(at, value.length - 2)
          const wrong = value.slice(0, place) + String((Number(value[place]) + shift) % 10) + value.slice(place + 1)
          const modulus = value.length === 13 ? 11n : 13n
          const remainders = [value, wrong].map((number) => BigInt(number.slice(0, -1)) % modulus)
          const areTold = remainders[0]! % 10n !== remainders[1]! % 10n
          expect(checkIdentifier({ scheme: 'RU-OGRN', value: wrong })).toBe(areTold ? 'wrong_check_digit' : null)
        },
      ),
    )
  })

  it('reads digits of other scripts, blanks and the name of the number', () => {
    expect(normaliseIdentifier({ scheme: 'RU-INN', value: ' ИНН 7707 083 893' }).value).toBe('7707083893')
    expect(normaliseIdentifier({ scheme: 'RU-INN', value: '٧٧٠٧٠٨٣٨٩٣' }).value).toBe('7707083893')
    expect(identifierKey({ scheme: 'other', value: 'VR  12 b' })).toBe(identifierKey({ scheme: 'other', value: 'vr 12 B' }))
  })
})
