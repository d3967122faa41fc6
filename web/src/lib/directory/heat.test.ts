import { describe, expect, it } from 'vitest'
import { countText, heatOf } from './heat.ts'

describe('a cell of the expertise map', () => {
  it('shows a count that could be told apart as a range', () => {
    expect([countText('few'), countText(0), countText(12)]).toEqual(['1–2', '0', '12'])
  })

  it('is deeper the more there are, and never coloured where there is nobody', () => {
    const heats = [0, 1, 4, 7, 10].map((count) => heatOf(count, 10))
    expect(heats).toEqual([0, 1, 2, 3, 4])
    expect(heatOf('few', 10)).toBe(1)
  })
})
