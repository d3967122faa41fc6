import { LetterChoice, NewBrowser, Notifications, OwnSubscription, SeenUpTo, SubscriptionChoice } from '@kunak/contracts/alerts'
import { Done } from '@kunak/contracts/identity'
import type { Endpoint } from './endpoints.ts'

const own = ['not_signed_in', 'not_yours'] as const
const change = [...own, 'cross_site', 'too_many', 'changed_meanwhile'] as const
const said = ['invalid', 'unsupported_type'] as const

/** Of which alerts somebody hears, how and when, and what is new for her. */
export const subscriptionEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/account/subscription',
    summary: 'Of which alerts you hear, how and when',
    who: 'the signed-in',
    answer: { status: 200, body: OwnSubscription },
    problems: own,
  },
  {
    method: 'put',
    path: '/account/subscription',
    summary: 'Say of which alerts you want to hear, how and when',
    who: 'the signed-in',
    body: SubscriptionChoice,
    answer: { status: 200, body: Done },
    problems: [...change, ...said],
  },
  {
    method: 'post',
    path: '/account/browsers',
    summary: 'Let a browser of yours show a note when there is something new (RFC 8030)',
    who: 'the signed-in',
    body: NewBrowser,
    answer: { status: 201, body: Done },
    problems: [...change, ...said],
  },
  {
    method: 'delete',
    path: '/account/browsers/{browser}',
    summary: 'Let one of your browsers, or `all`, show no notes any more',
    who: 'the signed-in',
    answer: { status: 200, body: Done },
    problems: [...change, 'not_found'],
  },
  {
    method: 'put',
    path: '/stop-letters/{token}/choice',
    summary: 'Say by the link in a letter of which alerts letters come; the answer is the same whatever there was',
    who: 'everyone',
    body: LetterChoice,
    answer: { status: 200, body: Done },
    problems: ['not_found', 'cross_site', 'too_many', 'changed_meanwhile', ...said],
  },
  {
    method: 'get',
    path: '/notifications',
    summary: 'What is new for you, newest first',
    who: 'the signed-in',
    answer: { status: 200, body: Notifications },
    problems: own,
  },
  {
    method: 'post',
    path: '/notifications/seen',
    summary: 'You have seen what was new up to a moment',
    who: 'the signed-in',
    body: SeenUpTo,
    answer: { status: 200, body: Done },
    problems: [...own, 'cross_site', 'too_many', ...said],
  },
]
