import type { Subscription } from '@kunak/contracts/alerts'
import { clockIn } from './clock-in.ts'

const hourMs = 3_600_000

type Hours = Pick<Subscription, 'digestHour' | 'timeZone' | 'quiet'>

/** Whether a moment lies in somebody's quiet hours, by her own clock. */
export function isQuiet({ quiet, timeZone }: Pick<Subscription, 'quiet' | 'timeZone'>, moment: Date): boolean {
  return quiet !== null && isWithin(quiet, localTime(timeZone, moment).hour)
}

function isWithin({ from, to }: NonNullable<Subscription['quiet']>, hour: number): boolean {
  return from < to ? from <= hour && hour < to : from <= hour || hour < to
}

/** The hour of her own clock at which her digest comes: the one that she has said, or where that is quiet, the first that is not. */
export function hourOfDigest({ digestHour, quiet }: Pick<Subscription, 'digestHour' | 'quiet'>): number {
  return quiet !== null && isWithin(quiet, digestHour) ? quiet.to : digestHour
}

/**
 * Whether her digest is due at this full hour: the first of her day at which her clock shows her hour or a later one. So it comes once on
 * every day, also on one on which the clock skips that hour or shows it twice; where her zone is half an hour off, on the half hour.
 */
export function isDigestDue(subscription: Hours, moment: Date): boolean {
  const hour = fullHour(moment)
  const { timeZone } = subscription
  const digestHour = hourOfDigest(subscription)
  const now = localTime(timeZone, hour)
  const before = localTime(timeZone, new Date(hour.getTime() - hourMs))
  return now.hour >= digestHour && (before.day !== now.day || before.hour < digestHour)
}

/** When the digest before the one of this hour was due, on the day before: what is new since then belongs into it. */
export function digestBefore(subscription: Hours, moment: Date): Date {
  for (let hours = 1; hours <= longestDay; hours += 1) {
    const earlier = new Date(fullHour(moment).getTime() - hours * hourMs)
    if (isDigestDue(subscription, earlier)) return earlier
  }
  return new Date(fullHour(moment).getTime() - 24 * hourMs)
}

// From an hour skipped in spring to the same one a day later, and a little more.
const longestDay = 50
const fullHour = (moment: Date) => new Date(Math.floor(moment.getTime() / hourMs) * hourMs)

/** The day and the hour that a clock in a time zone shows. */
function localTime(timeZone: string, moment: Date): { readonly day: string; readonly hour: number } {
  const shown = new Date(clockIn(timeZone, moment.getTime()))
  return { day: shown.toISOString().slice(0, 10), hour: shown.getUTCHours() }
}
