import { describe, expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

const now = new Date('2026-11-22T09:00:00Z')

describe('the time that is left', () => {
  it.each([
    ['2026-11-22T14:20:00Z', '5 ч 20 мин', '5 hr 20 min'],
    ['2026-11-22T09:40:00Z', '40 мин', '40 min'],
    ['2026-11-23T09:10:00Z', '24 ч', '24 hr'],
    ['2026-11-25T08:00:00Z', '2 дн. 23 ч', '2 days 23 hr'],
    ['2026-11-22T09:00:10Z', '1 мин', '1 min'],
    ['2026-11-22T08:00:00Z', '1 мин', '1 min'],
  ])('until %s is said in both languages', (until, ru, en) => {
    expect(timeLeft(until, now, 'ru').replaceAll(/\s/g, ' ')).toBe(ru)
    expect(timeLeft(until, now, 'en')).toBe(en)
  })
})
