import { describe, expect, it } from 'vitest'
import { cellShown, countShown } from './coverage.ts'

const cell = (count: number) => ({
  count,
  levels: { lead: count, experienced: 0, can_support: 0, learning: 0 },
  capacity: { open: count, limited: 0, none: 0 },
})

describe('a cell of the map', () => {
  it.each([1, 2])('with %i tells the public only that there are few', (count) => {
    expect(cellShown(cell(count), true)).toEqual({ count: 'few' })
    expect(countShown(count, true)).toBe('few')
  })

  it('is exact from three up, and for the network always', () => {
    expect(cellShown(cell(3), true)).toEqual(cell(3))
    expect(cellShown(cell(1), false)).toEqual(cell(1))
  })
})
