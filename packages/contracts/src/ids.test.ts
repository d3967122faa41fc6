import { describe, expect, it } from 'vitest'
import { newUlid, OrganisationId } from './ids.ts'

const now = Date.parse('2026-11-22T09:00:00Z')

describe('a fresh id', () => {
  it('is well formed, begins with its moment and comes once', () => {
    const ids = Array.from({ length: 5_000 }, () => newUlid(now))
    expect(new Set(ids.map((id) => id.slice(0, 10)))).toEqual(new Set([newUlid(now).slice(0, 10)]))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !OrganisationId.safeParse(id).success)).toEqual([])
  })

  it('has every character equally often after its moment', () => {
    const counts = new Map<string, number>()
    const rest = Array.from({ length: 4_000 }, () => newUlid(now).slice(10)).join('')
    for (const character of rest) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect(counts.size).toBe(32)
    // 2,000 of each are expected; eight standard deviations away is no accident.
    expect([...counts.values()].filter((count) => Math.abs(count - 2_000) > 360)).toEqual([])
  })
})
