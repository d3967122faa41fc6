import { describe, expect, it } from 'vitest'
import { freshnessOf } from './freshness.ts'

const now = new Date('2026-11-22T09:00:00Z')
const daysAgo = (days: number, time = '23:59:59Z') =>
  `${new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)}T${time}`

describe('freshness', () => {
  it.each([
    [0, 'fresh'],
    [90, 'fresh'],
    [91, 'due'],
    [180, 'due'],
    [181, 'stale'],
    [365, 'stale'],
    [366, 'hidden'],
  ] as const)('%i days after somebody assured the profile is %s', (days, freshness) => {
    expect(freshnessOf(daysAgo(days), now)).toBe(freshness)
  })

  it('is the same all day, whatever the hour of the assurance', () => {
    expect(freshnessOf(daysAgo(90, '00:00:00Z'), now)).toBe('fresh')
    expect(freshnessOf(daysAgo(91, '23:59:59Z'), now)).toBe('due')
  })
})
