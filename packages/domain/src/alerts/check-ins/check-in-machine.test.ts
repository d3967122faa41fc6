import { AlertId, newUlid } from '@kunak/contracts'
import type { CheckIn } from '@kunak/contracts/alerts'
import { aCheckIn } from '@kunak/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesOf } from './dates-of.ts'
import { nextDueOfCheckIn, phaseOf } from './phase-of.ts'
import { advanceCheckIn, cancelCheckIn, raised, reminded, reportCheckIn } from './report-check-in.ts'

const alertId = AlertId.parse(newUlid(0))
const minuteMs = 60_000
const at = (moment: string) => new Date(moment)

function report(before: CheckIn, moment: string): CheckIn {
  const decided = reportCheckIn(before, at(moment))
  if (!decided.ok) throw new Error(decided.refusal.code)
  return decided.value ?? before
}

/** What the clock's worker does with the answer. */
function tick(before: CheckIn, now: Date): CheckIn {
  const what = advanceCheckIn(before, now)
  if (what === 'raise') return raised(before, { at: now.toISOString(), alertId, audience: 'organisation' })
  return what === 'remind' ? reminded(before, now) : before
}

describe('a check-in', () => {
  const trip = aCheckIn()

  it('waits, is due twelve hours before, and has its grace', () => {
    expect(trip.dueAt).toBe('2026-11-22T15:00:00.000Z')
    expect(phaseOf({ ...trip, dueAt: '2026-11-23T15:00:00.000Z' }, at('2026-11-23T02:59:00Z'))).toBe('waiting')
    expect(phaseOf(trip, at('2026-11-22T03:00:00Z'))).toBe('due')
    expect(phaseOf(trip, at('2026-11-22T15:00:00Z'))).toBe('grace')
  })

  it('goes on to the next date with a report, however often the button is pressed', () => {
    const kept = report(trip, '2026-11-22T14:00:00Z')
    expect(kept).toMatchObject({ dueAt: '2026-11-23T15:00:00.000Z', reportedAt: '2026-11-22T14:00:00.000Z', version: 2 })
    expect(report(kept, '2026-11-22T14:00:01Z')).toBe(kept)
  })

  it('ends with the last of its dates', () => {
    const last = aCheckIn({ plan: { schedule: { ...trip.plan.schedule, until: trip.plan.schedule.from } } })
    expect(report(last, '2026-11-22T14:00:00Z')).toMatchObject({ state: 'ended', dueAt: null, ended: { why: 'over' } })
  })

  it('takes a report in its grace, and after it as long as nobody has been told', () => {
    expect(report(trip, '2026-11-22T15:59:00Z').dueAt).toBe('2026-11-23T15:00:00.000Z')
    expect(report(trip, '2026-11-22T17:00:00Z').dueAt).toBe('2026-11-23T15:00:00.000Z')
    const out = raised(trip, { at: '2026-11-22T16:00:00.000Z', alertId, audience: 'circle' })
    expect(reportCheckIn(out, at('2026-11-22T16:01:00Z'))).toEqual({ ok: false, refusal: { code: 'check_in_raised' } })
  })

  it('reminds first, and tells others when the grace is over', () => {
    expect(advanceCheckIn(trip, at('2026-11-22T14:59:59Z'))).toBeNull()
    expect(advanceCheckIn(trip, at('2026-11-22T15:00:00Z'))).toBe('remind')
    const missed = reminded(trip, at('2026-11-22T15:00:10Z'))
    expect(advanceCheckIn(missed, at('2026-11-22T15:59:59Z'))).toBeNull()
    expect(advanceCheckIn(missed, at('2026-11-22T16:00:00Z'))).toBe('raise')
  })

  it('is raised once where the clock jumps over several dates', () => {
    const out = tick(trip, at('2026-11-26T09:00:00Z'))
    expect(out.state).toBe('raised')
    expect(advanceCheckIn(out, at('2027-01-01T00:00:00Z'))).toBeNull()
    expect(nextDueOfCheckIn(out)).toBeNull()
  })

  it('is over once it has been cancelled', () => {
    const ended = cancelCheckIn(trip, at('2026-11-22T12:00:00Z'))
    expect(ended).toMatchObject({ state: 'ended', dueAt: null, ended: { why: 'cancelled' } })
    expect(ended && cancelCheckIn(ended, at('2026-11-22T12:00:01Z'))).toBeNull()
    expect(ended && advanceCheckIn(ended, at('2026-12-22T12:00:01Z'))).toBeNull()
  })
})

const story = fc.record({
  timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo'),
  // Around changes of the clocks as well as far from them.
  from: fc.constantFrom('2026-03-27', '2026-04-03', '2026-04-22', '2026-10-23', '2026-10-29', '2026-11-22', '2026-12-30'),
  days: fc.integer({ min: 0, max: 5 }),
  minutes: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  graceMinutes: fc.integer({ min: 5, max: 360 }),
  steps: fc.array(
    fc.record({
      // Mostly a little forward, sometimes over days, sometimes back: no clock is to be relied on.
      move: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 300 }) },
        { weight: 2, arbitrary: fc.integer({ min: 300, max: 5 * 24 * 60 }) },
        { weight: 1, arbitrary: fc.integer({ min: -2 * 24 * 60, max: -1 }) },
      ),
      act: fc.constantFrom('tick', 'tick', 'tick', 'report', 'report twice', 'cancel' as const),
    }),
    { minLength: 1, maxLength: 30 },
  ),
})

describe('whatever the clock does', () => {
  it('a check-in does what is counted by hand, date by date, and is raised at most once', () => {
    fc.assert(
      fc.property(story, ({ timeZone, from, days, minutes, graceMinutes, steps }) => {
        const until = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
        const time = new Date(minutes * minuteMs).toISOString().slice(11, 16)
        const schedule = { from, until, time, timeZone }
        const [dueAt = null] = datesOf(schedule)
        let checkIn = aCheckIn({ plan: { schedule, graceMinutes }, dueAt })
        const byHand = new CountedByHand(datesOf(schedule), graceMinutes)
        let now = Date.parse(dueAt ?? '') - 86_400_000
        let [raisedTimes, remindedTimes] = [0, 0]
        for (const { move, act } of steps) {
          now += move * minuteMs
          const moment = new Date(now)
          if (act === 'tick') {
            const what = advanceCheckIn(checkIn, moment)
            const dueNow = (nextDueOfCheckIn(checkIn) ?? '9') <= moment.toISOString()
            expect(what !== null).toBe(dueNow)
            raisedTimes += what === 'raise' ? 1 : 0
            remindedTimes += what === 'remind' ? 1 : 0
            checkIn = tick(checkIn, moment)
            byHand.tick(now)
          } else if (act === 'cancel') {
            checkIn = cancelCheckIn(checkIn, moment) ?? checkIn
            byHand.cancel()
          } else
            for (let click = act === 'report' ? 1 : 0; click < 2; click += 1) {
              const decided = reportCheckIn(checkIn, moment)
              if (decided.ok) checkIn = decided.value ?? checkIn
              byHand.report(now)
            }
          expect({ state: checkIn.state, dueAt: checkIn.dueAt, raisedTimes, remindedTimes }).toEqual(byHand.seen())
        }
        expect(raisedTimes).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })
})

/** The rules told once more, as somebody would keep them on paper: a list of dates that are ticked off one by one. */
class CountedByHand {
  private readonly open: { at: number; isReminded: boolean }[]
  private state: CheckIn['state'] = 'running'
  private raises = 0
  private reminders = 0

  private readonly grace: number

  constructor(dates: readonly string[], grace: number) {
    this.grace = grace
    this.open = dates.map((date) => ({ at: Date.parse(date), isReminded: false }))
  }

  tick(now: number) {
    const [next] = this.open
    if (this.state !== 'running' || !next || next.at > now) return
    if (next.at + this.grace * minuteMs <= now) {
      this.state = 'raised'
      this.raises += 1
    } else if (!next.isReminded) {
      next.isReminded = true
      this.reminders += 1
    }
  }

  report(now: number) {
    if (this.state !== 'running') return
    while (this.open[0] && this.open[0].at <= now + 12 * 3_600_000) this.open.shift()
    if (this.open.length === 0) this.state = 'ended'
  }

  cancel() {
    this.state = 'ended'
  }

  seen() {
    const [next] = this.open
    const dueAt = this.state === 'running' && next ? new Date(next.at).toISOString() : null
    return { state: this.state, dueAt, raisedTimes: this.raises, remindedTimes: this.reminders }
  }
}
