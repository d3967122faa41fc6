/** One date of a calendar. */
export interface CalendarDate {
  readonly uid: string
  readonly at: string
  readonly title: string
  /** When what is said of it last changed. */
  readonly changedAt: string
  readonly isOff: boolean
  readonly text?: string
  readonly address: string
}

const hourMs = 3_600_000
const mostBytes = 75

/** Dates as an iCalendar (RFC 5545). Each takes an hour: how long a court sits nobody knows. */
export function writeCalendar({
  name,
  language,
  dates,
}: {
  readonly name: string
  readonly language: string
  readonly dates: readonly CalendarDate[]
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//kunak//calendar//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...dates.flatMap(dateLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function dateLines({ uid, at, title, changedAt, isOff, text: said, address }: CalendarDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${time(changedAt)}`,
    `DTSTART:${time(at)}`,
    `DTEND:${time(new Date(Date.parse(at) + hourMs).toISOString())}`,
    `SUMMARY:${text(title)}`,
    ...(said ? [`DESCRIPTION:${text(said)}`] : []),
    `URL:${address}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const time = (moment: string) => `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
const text = (said: string) =>
  said
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')

/** A line in pieces of 75 bytes at most, none of which ends within a character (RFC 5545, §3.1). */
function folded(line: string): string {
  let [text, bytes] = ['', 0]
  for (const character of line) {
    const more = new TextEncoder().encode(character).length
    const isFull = bytes + more > mostBytes
    text += isFull ? `\r\n ${character}` : character
    bytes = isFull ? 1 + more : bytes + more
  }
  return text
}
