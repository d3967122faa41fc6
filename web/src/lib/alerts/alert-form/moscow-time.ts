const ahead = '+03:00'
const aheadMs = 3 * 3_600_000

/** A moment as a field for date and time holds it, in Moscow's time, in which all eight republics live. */
export function inMoscowTime(moment: string): string {
  return new Date(Date.parse(moment) + aheadMs).toISOString().slice(0, 16)
}

/** The moment that somebody wrote in Moscow's time; null for nothing, and what is no moment as it was written, for the API to refuse. */
export function fromMoscowTime(written: string): string | null {
  if (written === '') return null
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(written) ?? []
  const moment = new Date(`${day}T${time}${ahead}`)
  return day && time && !Number.isNaN(moment.getTime()) ? moment.toISOString() : written
}
