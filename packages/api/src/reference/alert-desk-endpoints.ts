import { AlertStatistics, DeskAlerts, StatisticsQuery } from '@kunak/contracts/alerts'
import type { Endpoint } from './endpoints.ts'

const refused = ['not_signed_in', 'not_yours'] as const

/** What alerts ask of coordinators. */
export const alertDeskEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/desk/alerts',
    summary: 'Living alerts that the reader reads and nobody has taken up, and who could still be asked',
    who: 'coordinators',
    answer: { status: 200, body: DeskAlerts },
    problems: [...refused, 'unavailable'],
  },
  {
    method: 'get',
    path: '/desk/statistics',
    summary: 'How many alerts of a year have ended, by HURIDOCS code and republic',
    who: 'coordinators',
    query: StatisticsQuery,
    answer: { status: 200, body: AlertStatistics },
    problems: [...refused, 'invalid'],
  },
  {
    method: 'get',
    path: '/exports/alert-statistics.csv',
    summary: 'The same as CSV',
    who: 'coordinators',
    query: StatisticsQuery,
    answer: { status: 200, body: 'text/csv' },
    problems: [...refused, 'invalid', 'too_many'],
  },
]
