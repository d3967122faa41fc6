import { AlertReach } from '@kunak/contracts/alerts'
import type { Endpoint } from './endpoints.ts'

/** Whom an alert reaches. */
export const reachEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/alerts/{alert}/reach',
    summary: 'Who would see which part of an alert, and how many people would be told, if it went out now',
    who: 'own people',
    answer: { status: 200, body: AlertReach },
    problems: ['not_found', 'not_yours', 'alert_closed'],
  },
]
