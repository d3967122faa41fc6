import { momentOfUlid } from '@kunak/contracts'
import type { WholeAlert } from '@kunak/contracts/alerts'
import type { UiLocale } from '@kunak/vocabulary'
import { isRecent } from './court-dates.ts'
import { feed, lastOf, tag } from './write-atom.ts'
import { type CalendarDate, writeCalendar } from './write-calendar.ts'
import { element, holding } from './xml.ts'

/** What somebody's own feeds are made with: nothing in them says more than that there is something, when, and where to sign in. */
export interface OwnFeed {
  readonly origin: string
  readonly locale: UiLocale
  /** The word by which this site goes on devices. */
  readonly name: string
  /** A name of an alert that only this reader's feed has, and that leads nowhere. */
  readonly opaque: (alert: WholeAlert) => string
}

const words = {
  ru: { news: 'Есть новое', date: 'Дата' },
  en: { news: 'Something new', date: 'A date' },
} as const satisfies Record<UiLocale, unknown>

/** When an alert last changed for those who read it; of one that nobody has confirmed yet, when it was begun. */
function lastChangeOf({ id, activeAt, turns, updates, extensions, widenedTo, closed }: WholeAlert): string {
  const all = [
    activeAt ?? new Date(momentOfUlid(id)).toISOString(),
    closed?.at ?? '',
    ...[...turns, ...updates, ...extensions, ...widenedTo].map(({ at }) => at),
  ]
  return all.sort().at(-1) ?? ''
}

/** The alerts that somebody reads, as an Atom feed of equal entries. Its address is the proof and is not repeated in it. */
export function writeNewsFeed(alerts: readonly WholeAlert[], { origin, locale, name, opaque }: OwnFeed): string {
  const entries = alerts
    .map((alert) => ({ id: tag(origin, opaque(alert)), at: lastChangeOf(alert) }))
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const href = `${origin}/${locale}/alerts`
  return feed({
    locale,
    id: `${origin}/`,
    title: name,
    updated: lastOf(entries.map(({ at }) => at)),
    links: [{ rel: 'alternate', href, type: 'text/html' }],
    entries: entries.map(({ id, at }) =>
      holding('entry', [
        element('id', id),
        element('title', words[locale].news),
        element('updated', at),
        element('link', null, { rel: 'alternate', href }),
        element('content', words[locale].news, { type: 'text' }),
      ]),
    ),
  })
}

/** The dates in court of the alerts that somebody reads, under a word that says nothing. */
export function writeOwnCalendar(alerts: readonly WholeAlert[], now: Date, { origin, locale, name, opaque }: OwnFeed): string {
  const dates = alerts.flatMap((alert): CalendarDate[] => {
    const { courtAt } = alert
    if (!isRecent(courtAt, now)) return []
    const isOff = alert.state === 'cancelled'
    const address = `${origin}/${locale}/alerts`
    return [{ uid: opaque(alert), at: courtAt, title: words[locale].date, changedAt: lastChangeOf(alert), isOff, address }]
  })
  return writeCalendar({ name, language: locale, dates })
}
