import type { CheckInSchedule } from '@kunak/contracts/alerts'
import { clockIn } from '../clock-in.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * The moments at which a report is expected, in order: on each day of the schedule the first at which a clock in its time zone shows
 * that time or a later one. So there is one a day, also where the clock skips the time or shows it twice.
 */
export function datesOf({ from, until, time, timeZone }: CheckInSchedule): string[] {
  const dates = new Set<string>()
  for (let day = Date.parse(`${from}T${time}Z`); day <= Date.parse(`${until}T${time}Z`); day += dayMs)
    dates.add(new Date(firstShowing(day, timeZone)).toISOString())
  return [...dates]
}

/** The first date after a moment, or null where there is none. */
export function nextDate(schedule: CheckInSchedule, moment: Date): string | null {
  const at = moment.toISOString()
  return datesOf(schedule).find((date) => date > at) ?? null
}

/** `shown` is what the clock is to show, as if it were UTC. Zones change their offset at most once within two days. */
function firstShowing(shown: number, timeZone: string): number {
  const [before, after] = [shown - dayMs, shown + dayMs].map((around) => clockIn(timeZone, around) - around)
  const candidates = [shown - (before ?? 0), shown - (after ?? 0)].sort((one, other) => one - other)
  const [first = shown, last = shown] = candidates
  const showing = candidates.find((moment) => clockIn(timeZone, moment) === shown)
  if (showing !== undefined) return showing
  // The clock skips it, somewhere between the two: the minute in which it does is looked for by halves.
  let [early, late] = [first, last]
  while (late - early > minuteMs) {
    const middle = early + Math.floor((late - early) / minuteMs / 2) * minuteMs
    if (clockIn(timeZone, middle) >= shown) late = middle
    else early = middle
  }
  return clockIn(timeZone, early) >= shown ? early : late
}
