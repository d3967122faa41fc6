import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestBefore, hourOfDigest, isDigestDue, isQuiet } from './subscriber-hours.ts'

const hourMs = 3_600_000
const dayOf = (timeZone: string, moment: Date) => moment.toLocaleDateString('en-CA', { timeZone })

describe('the hours of a subscriber', () => {
  it('are quiet by her own clock, over midnight too', () => {
    const night = { quiet: { from: 22, to: 7 }, timeZone: 'Europe/Moscow' }
    const quietAt = (utc: string) => isQuiet(night, new Date(`2026-03-02T${utc}:30Z`))
    expect([quietAt('18:59'), quietAt('19:00'), quietAt('23:00'), quietAt('03:59'), quietAt('04:00')]).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(isQuiet({ ...night, quiet: { from: 1, to: 3 } }, new Date('2026-03-01T22:10:00Z'))).toBe(true)
    expect(isQuiet({ ...night, quiet: null }, new Date('2026-03-01T22:10:00Z'))).toBe(false)
  })

  it('bring her digest exactly once on each of her days, whatever her clock does', () => {
    const zones = [
      'Europe/Moscow',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'UTC',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('2026-03-27', '2026-10-23', '2026-04-22', '2026-03-06', '2026-10-30', '2026-04-02', '2026-10-02'),
        (timeZone, digestHour, from) => {
          const days = new Map<string, number>()
          for (let at = Date.parse(from); at < Date.parse(from) + 96 * hourMs; at += hourMs)
            if (isDigestDue({ timeZone, digestHour, quiet: null }, new Date(at))) {
              const day = dayOf(timeZone, new Date(at))
              days.set(day, (days.get(day) ?? 0) + 1)
            }
          expect([...days.values()].every((times) => times === 1)).toBe(true)
          expect(days.size).toBeGreaterThanOrEqual(3)
        },
      ),
    )
  })

  it('are the same at any minute of the hour', () => {
    const nine = { timeZone: 'Europe/Moscow', digestHour: 9, quiet: null }
    expect([0, 1, 59].map((minute) => isDigestDue(nine, new Date(Date.UTC(2026, 2, 2, 6, minute))))).toEqual([true, true, true])
    expect(isDigestDue(nine, new Date(Date.UTC(2026, 2, 2, 7, 0)))).toBe(false)
  })

  it('put a digest off that would come in quiet hours, to the first hour that is not', () => {
    const night = { from: 22, to: 7 }
    expect([21, 22, 3, 7].map((digestHour) => hourOfDigest({ digestHour, quiet: night }))).toEqual([21, 7, 7, 7])
    const late = { timeZone: 'Europe/Moscow', digestHour: 23, quiet: night }
    expect(isDigestDue(late, new Date('2026-03-02T20:00:00Z'))).toBe(false)
    expect(isDigestDue(late, new Date('2026-03-02T04:00:00Z'))).toBe(true)
  })

  it('hand over from one digest to the next without a gap, whatever her clock does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Cairo'),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('2026-03-27', '2026-10-23', '2026-04-22', '2026-10-30', '2026-04-02', '2026-10-02'),
        (timeZone, digestHour, from) => {
          const hers = { timeZone, digestHour, quiet: null }
          let last: number | undefined
          for (let at = Date.parse(from); at < Date.parse(from) + 96 * hourMs; at += hourMs) {
            if (!isDigestDue(hers, new Date(at))) continue
            if (last !== undefined) expect(digestBefore(hers, new Date(at)).getTime()).toBe(last)
            last = at
          }
        },
      ),
    )
  })
})
