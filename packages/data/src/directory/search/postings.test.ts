import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockOf, changeBlock, markBlock } from './postings.ts'

const numbers = fc.uniqueArray(fc.integer({ min: 70_000, max: 70_400 }), { maxLength: 40 })

describe('a block of postings', () => {
  it('holds what came and has not gone, with its fields', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 1, max: 15 }), (first, gone, fields) => {
        const before = changeBlock(null, { gone: [], come: first.flatMap((number) => [number, fields]) })
        const after = changeBlock(before, { gone, come: [] })
        const marks = new Uint8Array(70_401)
        const ordinals = Int32Array.from(marks, (_, number) => number)
        const markOf = Uint8Array.from({ length: 16 }, (_, bits) => bits)
        markBlock({ block: blockOf(70_000), documents: after }, ordinals, { markOf, marks })
        const found = [...marks].flatMap((mark, number) => (mark === 0 ? [] : [[number, mark]]))
        const left = first.filter((number) => !gone.includes(number)).sort((one, other) => one - other)
        expect(found).toEqual(left.map((number) => [number, fields]))
      }),
    )
  })
})
