import { PublicAlert, WholeAlert } from '@kunak/contracts/alerts'
import { describe, expect, it } from 'vitest'
import { timelineOf } from './timeline-of.ts'
import { unverifiedUntilOf } from './unverified-until.ts'

const id = (last: string) => `01JDEM0A1ERTS000000000000${last}`
const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`

const seen = {
  id: id('1'),
  state: 'resolved',
  isExercise: false,
  isVerified: true,
  concerns: null,
  pressures: ['raid'],
  republic: 'RU-DA',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  headline: { ru: 'Обыск' },
  summary: { ru: 'Идёт обыск.' },
  activeAt: at(9),
  until: at(20),
  closed: { at: at(20), outcome: 'released' },
  courtAt: null,
  publicUpdates: [{ id: id('2'), at: at(12), text: { ru: 'Обыск закончился.', en: 'The search is over.' } }],
  turns: [
    { what: 'verified', at: at(9), until: at(20) },
    { what: 'extended', at: at(15), until: at(20) },
  ],
} as const
const forEverybody = PublicAlert.parse({ ...seen, part: 'public' })
const whole = WholeAlert.parse({
  ...seen,
  part: 'whole',
  version: 7,
  raisedBy: null,
  isPublic: true,
  audience: 'network',
  consent: 'obtained',
  happenedAt: at(8),
  language: 'ru',
  restricted: null,
  unverifiedUntil: null,
  verifiedBy: { id: id('3'), names: { ru: 'Мост' } },
  closed: { at: at(20), outcome: 'released', note: 'Все дома.' },
  updates: [
    { id: id('2'), at: at(12), by: null, text: 'Изъяты ноутбуки.' },
    { id: id('4'), at: at(13), by: null, text: 'Нужен переводчик.' },
  ],
  extensions: [{ at: at(15), reason: 'Суд впереди.' }],
  needs: [],
  ladder: [],
  widenedTo: [{ to: 'coordinators', at: at(10) }],
  may: { edit: false, submit: false, verify: false, answer: false, pledge: false, lead: false },
})

describe('what happened to an alert', () => {
  it('is told newest first, and of what happened at once, the last first', () => {
    expect(timelineOf(whole, 'ru').map(({ what }) => what)).toEqual([
      'resolved',
      'extended',
      'updated',
      'updated',
      'widened_coordinators',
      'verified',
      'out',
    ])
  })

  it('says to its audience what was written for it, beside what everybody reads', () => {
    const [ended, extended, second, first, , verified] = timelineOf(whole, 'en')
    expect([ended?.text, extended?.text, second?.text]).toEqual(['Все дома.', 'Суд впереди.', 'Нужен переводчик.'])
    expect(first).toMatchObject({ text: 'Изъяты ноутбуки.', publicText: { text: 'The search is over.' } })
    expect(verified?.by?.names).toEqual({ ru: 'Мост' })
  })

  it('says to everybody only what is public', () => {
    const told = timelineOf(forEverybody, 'ru')
    expect(told.map(({ what }) => what)).toEqual(['resolved', 'extended', 'updated', 'verified', 'out'])
    expect(told.map(({ text, by }) => [text, by])).toEqual(told.map(() => ['', null]))
    expect(told[2]?.publicText?.text).toBe('Обыск закончился.')
  })
})

describe('how long an alert may be out on one organisation’s word', () => {
  it('is six hours from when it went out, as far as everybody can see', () => {
    expect(unverifiedUntilOf({ ...forEverybody, state: 'active', isVerified: false })).toBe(at(15))
    expect(unverifiedUntilOf({ ...forEverybody, state: 'active' })).toBeNull()
    expect(unverifiedUntilOf({ ...whole, state: 'active', isVerified: false, unverifiedUntil: null })).toBeNull()
  })
})
