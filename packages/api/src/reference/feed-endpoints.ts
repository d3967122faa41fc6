import { FeedLanguage, FeedQuery, OwnFeedAddresses, OwnFeeds } from '@kunak/contracts/alerts'
import { Done } from '@kunak/contracts/identity'
import type { Endpoint } from './endpoints.ts'

/** What programs follow: public alerts and court dates, and somebody's own feeds. The site serves them at `/feeds/…` too. */
export const feedEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/feeds/alerts.atom',
    summary: 'Public alerts as Atom: all, of a republic, or about a pressure',
    who: 'everyone',
    query: FeedQuery,
    answer: { status: 200, body: 'application/atom+xml' },
    problems: ['invalid'],
  },
  {
    method: 'get',
    path: '/feeds/alerts/{message}',
    summary: 'A public alert as CAP 1.2: `<alert>.cap` its latest message, `<identifier>.cap` any of them',
    who: 'everyone',
    answer: { status: 200, body: 'application/cap+xml' },
    problems: ['not_found'],
  },
  {
    method: 'get',
    path: '/feeds/court-dates.ics',
    summary: 'The dates in court that everybody may know, as iCalendar',
    who: 'everyone',
    query: FeedLanguage,
    answer: { status: 200, body: 'text/calendar' },
    problems: ['invalid'],
  },
  {
    method: 'get',
    path: '/feeds/own/{token}/news.atom',
    summary: 'That there is something new for somebody, without what; the address is the proof',
    who: 'everyone',
    answer: { status: 200, body: 'application/atom+xml' },
    problems: ['not_found'],
  },
  {
    method: 'get',
    path: '/feeds/own/{token}/calendar.ics',
    summary: 'The dates of the alerts that somebody reads, under a neutral word; the address is the proof',
    who: 'everyone',
    answer: { status: 200, body: 'text/calendar' },
    problems: ['not_found'],
  },
  {
    method: 'get',
    path: '/account/feeds',
    summary: 'Whether the reader has feeds of her own',
    who: 'the signed-in',
    answer: { status: 200, body: OwnFeeds },
    problems: ['not_signed_in'],
  },
  {
    method: 'post',
    path: '/account/feeds',
    summary: 'Make the addresses of one’s own feeds, shown this once, in place of the former ones',
    who: 'the signed-in',
    answer: { status: 201, body: OwnFeedAddresses },
    problems: ['not_signed_in', 'cross_site', 'changed_meanwhile', 'too_many', 'step_up_needed'],
    stepUp: true,
  },
  {
    method: 'delete',
    path: '/account/feeds',
    summary: 'End one’s own feeds',
    who: 'the signed-in',
    answer: { status: 200, body: Done },
    problems: ['not_signed_in', 'cross_site', 'changed_meanwhile', 'too_many'],
  },
]
