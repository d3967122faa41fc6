import { OrganisationId } from '@kunak/contracts'
import { describe, expect, it } from 'vitest'
import { canHelp, deliveredBy, helpersByNearness, nearestHelpers, type PossibleHelper } from './gaps.ts'

const helper = (letter: string, said: Partial<PossibleHelper> = {}): PossibleHelper => ({
  id: OrganisationId.parse(`01M${letter.repeat(23)}`),
  sortKey: letter,
  level: 'experienced',
  capacity: 'open',
  republic: 'RU-DA',
  ...said,
})
const named = (found: ReturnType<typeof nearestHelpers>) => found.map(({ helper: { sortKey }, how }) => `${sortKey} ${how}`)
const at = (helpers: readonly PossibleHelper[]) => (republic: string) => helpers.filter((one) => one.republic === republic)

describe('canHelp', () => {
  it('is for whoever is more than learning and has some capacity', () => {
    expect(canHelp({ level: 'can_support', capacity: 'limited' })).toBe(true)
    expect(canHelp({ level: 'learning', capacity: 'open' })).toBe(false)
    expect(canHelp({ level: 'lead', capacity: 'none' })).toBe(false)
  })
})

describe('nearestHelpers', () => {
  it('names neighbours on site before anybody far away, and each once', () => {
    const near = [helper('B', { level: 'can_support' })]
    const far = [helper('B', { level: 'can_support' }), helper('A', { republic: 'RU-AD', level: 'lead' })]
    expect(named(nearestHelpers('RU-CE', at(near), at(far)))).toEqual(['B next_republic', 'A remote'])
  })

  it('does not call a republic without a common border next door', () => {
    expect(named(nearestHelpers('RU-AD', at([helper('A')]), at([])))).toEqual([])
  })

  it('prefers the better level, then the most capacity, then the name; three at most', () => {
    const all = [
      helper('D'),
      helper('C', { capacity: 'limited' }),
      helper('B', { level: 'lead' }),
      helper('A', { capacity: 'limited' }),
    ]
    expect(named(nearestHelpers('RU-CE', at(all), at([])))).toEqual(['B next_republic', 'D next_republic', 'A next_republic'])
  })
})

describe('helpersByNearness', () => {
  it('names everybody once: who is there, then who comes from next door, then who helps from afar', () => {
    const there = helper('C', { republic: 'RU-CE', level: 'can_support' })
    const near = [helper('B'), there]
    const far = [helper('A', { republic: 'RU-AD', level: 'lead' }), helper('B')]
    const found = helpersByNearness('RU-CE', at(near), at(far)).map(({ helper: { sortKey }, how }) => `${sortKey} ${how}`)
    expect(found).toEqual(['C in_republic', 'B next_republic', 'A remote'])
  })
})

describe('deliveredBy', () => {
  it('takes both for either', () => {
    expect(deliveredBy({ delivery: 'both' })).toEqual(['on_site', 'remote'])
    expect(deliveredBy({ delivery: 'remote' })).toEqual(['remote'])
  })
})
