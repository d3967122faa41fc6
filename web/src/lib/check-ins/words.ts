import type { CheckInPhase, CheckInPlan } from '@kunak/contracts/alerts'
import { formatDay } from '#lib/format-day.ts'
import * as m from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'

export const phaseLabel = (phase: CheckInPhase) => m[`check_in_phase_${phase}`]()

/** A moment by the clock that a plan goes by, and by which clock that is. */
export function momentIn({ schedule }: Pick<CheckInPlan, 'schedule'>, moment: string): string {
  const { timeZone } = schedule
  const locale = { ru: 'ru', en: 'en-GB' }[getLocale()]
  const said = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))
  return `${said.replace(' г.,', ',')} (${zoneLabel(timeZone)})`
}

/** A clock by its name in the reader's language, such as “Moscow Time”. */
function zoneLabel(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(getLocale(), { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** On which days and by what time she reports. */
export function scheduleLabel({ from, until, time, timeZone }: CheckInPlan['schedule']): string {
  const clock = `${time} (${zoneLabel(timeZone)})`
  const day = (date: string) => formatDay(date, getLocale())
  return from === until
    ? m.check_in_when_once({ day: day(from), clock })
    : m.check_in_when_daily({ from: day(from), until: day(until), clock })
}
