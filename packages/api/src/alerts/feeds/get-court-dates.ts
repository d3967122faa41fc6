import { FeedLanguage } from '@kunak/contracts/alerts'
import { changedAt, courtDatesOf, feedWords, lastOf, writeCalendar } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { query } from '../../front-door/parse.ts'
import { answerFeed } from './answer-feed.ts'
import { newestPublicAlerts } from './public-alerts.ts'

/** The dates in court that everybody may know, as a calendar. */
export const getCourtDates = new Hono<Front>().get('/feeds/court-dates.ics', query(FeedLanguage), async (c) => {
  const { language } = c.req.valid('query')
  const { origin, now } = c.var.dependencies
  const alerts = await newestPublicAlerts(c)
  const dates = courtDatesOf(alerts, { origin, locale: language, now: now() })
  const body = writeCalendar({ name: feedWords[language].dates, language, dates })
  return answerFeed(c, { type: 'calendar', body, changedAt: lastOf(alerts.map(changedAt)) })
})
