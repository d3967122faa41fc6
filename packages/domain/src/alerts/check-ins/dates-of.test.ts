import type { CheckInSchedule } from '@kunak/contracts/alerts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesOf } from './dates-of.ts'

/** Zones with whole, half and quarter hours, that change at night, at midnight and at noon of nobody, and some that never do. */
const timeZones = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'America/Havana',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'UTC',
] as const

const once = (day: string, time: string, timeZone: string): CheckInSchedule => ({ from: day, until: day, time, timeZone })

describe('the dates of a schedule', () => {
  it('are one a day at that time of her own clock', () => {
    const schedule = { from: '2026-11-22', until: '2026-11-24', time: '18:00', timeZone: 'Europe/Moscow' }
    expect(datesOf(schedule)).toEqual(['2026-11-22T15:00:00.000Z', '2026-11-23T15:00:00.000Z', '2026-11-24T15:00:00.000Z'])
  })

  it('stay at that time when the clocks change', () => {
    const schedule = { from: '2026-10-24', until: '2026-10-26', time: '18:00', timeZone: 'Europe/Berlin' }
    expect(datesOf(schedule)).toEqual(['2026-10-24T16:00:00.000Z', '2026-10-25T17:00:00.000Z', '2026-10-26T17:00:00.000Z'])
  })

  it.each([
    ['what the clock skips is when it has skipped it', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['what the clock shows twice is the first time', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['a midnight that there is not', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('%s', (_, day, time, timeZone, expected) => {
    expect(datesOf(once(day, time, timeZone))).toEqual([expected])
  })

  it('are what somebody finds who looks at the clock every minute', () => {
    const schedules = fc.record({
      timeZone: fc.constantFrom(...timeZones),
      day: fc.integer({ min: Date.UTC(2014, 0, 2) / 86_400_000, max: Date.UTC(2029, 11, 30) / 86_400_000 }),
      minutes: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    })
    fc.assert(
      fc.property(schedules, ({ timeZone, day, minutes }) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
        expect(datesOf(once(date, time, timeZone))).toEqual([firstSeen(`${date}T${time}`, timeZone)])
      }),
      { numRuns: 150 },
    )
  })

  it('are what is seen around each change of the clocks, to the minute', () => {
    for (const { timeZone, day } of changesOf())
      for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
        expect(datesOf(once(day, time, timeZone)), `${timeZone} ${day} ${time}`).toEqual([firstSeen(`${day}T${time}`, timeZone)])
      }
  })
})

const clocks = new Map<string, Intl.DateTimeFormat>()

function shown(timeZone: string, moment: number): string {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  clocks.set(timeZone, clock)
  return clock.format(moment).replace(' ', 'T')
}

/** By looking at every minute from a day before until a day after. */
function firstSeen(wanted: string, timeZone: string): string {
  const middle = Date.parse(`${wanted}Z`)
  // Every zone lies within fifteen hours of UTC; coarse steps first, for each look takes its time.
  for (let hour = middle - 15 * 3_600_000; ; hour += 900_000) {
    if (shown(timeZone, hour + 900_000) < wanted) continue
    for (let minute = hour; minute <= hour + 900_000; minute += 60_000)
      if (shown(timeZone, minute) >= wanted) return new Date(minute).toISOString()
  }
}

/** The days in 2026 on which clocks change in each zone. */
function changesOf() {
  return timeZones.flatMap((timeZone) => {
    const days = new Set<string>()
    for (let day = Date.UTC(2026, 0, 1, 12); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
      const change = shown(timeZone, day).slice(11) !== shown(timeZone, day - 86_400_000).slice(11)
      if (change) days.add(shown(timeZone, day).slice(0, 10))
    }
    return [...days].map((day) => ({ timeZone, day }))
  })
}
