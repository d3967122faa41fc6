import type { Subscription } from '@kunak/contracts/alerts'

const hourMs = 3_600_000

/** Whether a moment lies in somebody's quiet hours, by her own clock. */
export function isQuiet({ quiet, timeZone }: Pick<Subscription, 'quiet' | 'timeZone'>, moment: Date): boolean {
  if (quiet === null) return false
  const { hour } = localTime(timeZone, moment)
  const { from, to } = quiet
  return from < to ? from <= hour && hour < to : from <= hour || hour < to
}

/**
 * Whether her digest is due at this full hour: the first of her day at which her clock shows her hour or a later one. So it comes once on
 * every day, also on one on which the clock skips that hour or shows it twice; where her zone is half an hour off, on the half hour.
 */
export function isDigestDue(subscription: Pick<Subscription, 'digestHour' | 'timeZone'>, moment: Date): boolean {
  const hour = new Date(Math.floor(moment.getTime() / hourMs) * hourMs)
  const { timeZone, digestHour } = subscription
  const now = localTime(timeZone, hour)
  const before = localTime(timeZone, new Date(hour.getTime() - hourMs))
  return now.hour >= digestHour && (before.day !== now.day || before.hour < digestHour)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The day and the hour that a clock in a time zone shows. */
function localTime(timeZone: string, moment: Date): { readonly day: string; readonly hour: number } {
  let clock = clocks.get(timeZone)
  if (!clock) {
    // Making one takes longer than asking it thousands of times.
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    })
    clocks.set(timeZone, clock)
  }
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return { day: `${part['year']}-${part['month']}-${part['day']}`, hour: Number(part['hour']) }
}
