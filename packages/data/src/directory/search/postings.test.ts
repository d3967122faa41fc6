import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockOf, changeBlock, entriesOf, fieldsIn, ordinalIn } from './postings.ts'

const numbers = fc.uniqueArray(fc.integer({ min: 70_000, max: 70_400 }), { maxLength: 40 })

describe('a block of postings', () => {
  it('holds what came and has not gone, with its fields', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 1, max: 15 }), (first, gone, fields) => {
        const before = changeBlock(null, { gone: [], come: first.flatMap((number) => [number, fields]) })
        const after = changeBlock(before, { gone, come: [] })
        const ordinals = Int32Array.from({ length: 70_401 }, (_, number) => number)
        const entries = new Uint32Array(40)
        const count = entriesOf({ block: blockOf(70_000), documents: after }, ordinals, { entries, from: 0 })
        const found = [...entries.subarray(0, count)].sort((one, other) => one - other)
        const left = first.filter((number) => !gone.includes(number)).sort((one, other) => one - other)
        expect(found.map((entry) => [ordinalIn(entry), fieldsIn(entry)])).toEqual(left.map((number) => [number, fields]))
      }),
    )
  })
})
