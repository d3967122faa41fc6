import type { Channel, SubscriptionRule } from '@kunak/contracts/alerts'
import { describe, expect, it } from 'vitest'
import { rulesWithNotes } from './rules-with-notes.ts'

const dagestan = (...channels: Channel[]): SubscriptionRule => ({
  republics: ['RU-DA'],
  pressures: [],
  leastUrgency: 'Unknown',
  languages: [],
  channels,
})
const urgent = { republics: [], pressures: [], leastUrgency: 'Immediate', languages: [] }

describe('whoever switches notes of her browser on', () => {
  it('is told by them of what she hears by letter', () => {
    expect(rulesWithNotes({ rules: [dagestan('mail', 'app')] })).toEqual([dagestan('mail', 'app', 'push')])
  })

  it('is told of what is urgent where she hears of nothing by letter, and keeps her own rules', () => {
    expect(rulesWithNotes({ rules: [dagestan('app')] })).toEqual([dagestan('app'), { ...urgent, channels: ['push', 'app'] }])
    const everything = { ...urgent, leastUrgency: 'Unknown' as const, channels: ['app' as const] }
    expect(rulesWithNotes({ rules: [everything] })).toContainEqual({ ...urgent, channels: ['push', 'app'] })
  })

  it('changes nothing where some rule tells her by notes already', () => {
    expect(rulesWithNotes({ rules: [dagestan('push', 'app')] })).toEqual([dagestan('push', 'app')])
  })
})
