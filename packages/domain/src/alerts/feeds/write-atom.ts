import { bestText } from '@kunak/contracts'
import type { FeedQuery, PublicAlert } from '@kunak/contracts/alerts'
import { labelOf, outcomes, pressures, republics, type UiLocale, uiLocales } from '@kunak/vocabulary'
import { capMessagesOf } from './cap-messages.ts'
import { momentInFeed, feedWords, labelsOf } from './feed-words.ts'
import { element, holding } from './xml.ts'

/** What an empty feed says of its age. */
const beginning = '2026-01-01T00:00:00.000Z'

/** When a public alert last changed for everybody, or ended. */
export function changedAt(alert: PublicAlert): string {
  return [...capMessagesOf(alert).map(({ at }) => at), alert.closed?.at ?? ''].sort().at(-1) ?? alert.activeAt
}

/** When a feed last changed, by the moments of what is in it. */
export const lastOf = (moments: readonly string[]): string => moments.toSorted().at(-1) ?? beginning

/**
 * Public alerts as an Atom feed (RFC 4287), the one that changed last first. An entry keeps its id for life, in every feed and language;
 * it leads to the page in each language and to the CAP document of its latest message.
 */
export function writeAlertsFeed(
  alerts: readonly PublicAlert[],
  { origin, self, query }: { readonly origin: string; readonly self: string; readonly query: FeedQuery },
): string {
  const locale = query.language
  const about = [
    ...(query.republic ? [labelOf(republics, query.republic, locale)] : []),
    ...(query.pressure ? [labelOf(pressures, query.pressure, locale)] : []),
  ]
  const filter = [locale, query.republic ?? '', query.pressure ?? ''].join('/')
  const entries = alerts
    .map((alert) => ({ alert, at: changedAt(alert) }))
    .toSorted((one, other) => (one.at === other.at ? (one.alert.id < other.alert.id ? 1 : -1) : one.at < other.at ? 1 : -1))
  return feed({
    locale,
    id: tag(origin, `feeds/alerts/${filter}`),
    title: [feedWords[locale].alerts, ...about].join(' · '),
    updated: lastOf(entries.map(({ at }) => at)),
    links: [
      { rel: 'self', href: `${origin}${self}`, type: 'application/atom+xml' },
      { rel: 'alternate', href: `${origin}/${locale}/alerts`, type: 'text/html', hreflang: locale },
    ],
    entries: entries.map(({ alert, at }) => entryOf(alert, at, { origin, locale })),
  })
}

interface Feed {
  readonly locale: UiLocale
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly links: readonly Readonly<Record<'rel' | 'href' | 'type', string> & { hreflang?: string }>[]
  readonly entries: readonly string[]
}

/** An Atom feed around its entries. */
export function feed({ locale, id, title, updated, links, entries }: Feed): string {
  const document = holding(
    'feed',
    [
      element('id', id),
      element('title', title),
      element('updated', updated),
      ...links.map((link) => element('link', null, link)),
      holding('author', [element('name', title.split(':')[0] ?? title)]),
      ...entries,
    ],
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`
}

function entryOf(
  alert: PublicAlert,
  at: string,
  { origin, locale }: { readonly origin: string; readonly locale: UiLocale },
): string {
  const headline = bestText(alert.headline, locale)
  const title = [...labelsOf(alert, locale), ...(headline ? [headline.text] : [])].join(': ')
  const { isVerified, isExercise, state, closed } = alert
  const words = feedWords[locale]
  const outcome = closed?.outcome ? `${words.outcome}: ${labelOf(outcomes, closed.outcome, locale)}` : ''
  const parts = [
    isExercise ? words.isExercise : '',
    state === 'active' && !isVerified ? words.isUnverified : '',
    bestText(alert.summary, locale)?.text ?? '',
    ...alert.publicUpdates.map((update) => `${momentInFeed(update.at)}. ${bestText(update.text, locale)?.text ?? ''}`),
    outcome,
  ].filter((part) => part !== '')
  return holding('entry', [
    element('id', tag(origin, `alerts/${alert.id}`)),
    element('title', title),
    element('published', alert.activeAt),
    element('updated', at),
    ...uiLocales.map((hreflang) =>
      element('link', null, { rel: 'alternate', type: 'text/html', hreflang, href: `${origin}/${hreflang}/alerts/${alert.id}` }),
    ),
    element('link', null, { rel: 'alternate', type: 'application/cap+xml', href: `${origin}/feeds/alerts/${alert.id}.cap` }),
    element('category', null, {
      term: alert.republic,
      scheme: `${origin}/api/v1/vocabulary#republics`,
      label: labelOf(republics, alert.republic, locale),
    }),
    ...alert.pressures.map((term) =>
      element('category', null, {
        term,
        scheme: `${origin}/api/v1/vocabulary#pressures`,
        label: labelOf(pressures, term, locale),
      }),
    ),
    element('content', parts.join('\n\n'), { type: 'text' }),
  ])
}

/** A name that stays when addresses change (RFC 4151). */
export const tag = (origin: string, what: string) => `tag:${new URL(origin).hostname},2026:${what}`
