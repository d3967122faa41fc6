import type { UiLocale } from '@kunak/vocabulary'

const minuteMs = 60_000

/** How long it is until a moment, in hours and minutes or in days and hours: as much as somebody in a hurry reads. Nothing is less than a minute. */
export function timeLeft(until: string, now: Date, locale: UiLocale): string {
  const minutes = Math.max(1, Math.round((Date.parse(until) - now.getTime()) / minuteMs))
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return inUnits(locale, [Math.floor(hours / 24), 'day'], [hours % 24, 'hour'])
  return inUnits(locale, [hours, 'hour'], [hours >= 12 ? 0 : minutes % 60, 'minute'])
}

function inUnits(locale: UiLocale, ...parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(number))
    .join(' ')
}
