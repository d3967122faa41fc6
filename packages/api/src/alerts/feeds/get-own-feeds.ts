import { writeNewsFeed, writeOwnCalendar } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { answerFeed } from './answer-feed.ts'
import { ownFeedsOf } from './own-feeds-of.ts'

/** Somebody's own feeds, for programs that know no sign-in. Their address is the proof; no cookie is looked at. */
export const getOwnFeeds = new Hono<Front>()
  .get('/feeds/own/:token/news.atom', async (c) => {
    const own = await ownFeedsOf(c)
    if (!own) return answerProblem(c, 'not_found')
    return answerFeed(c, { type: 'atom', body: writeNewsFeed(own.alerts, own.feed), changedAt: null })
  })
  .get('/feeds/own/:token/calendar.ics', async (c) => {
    const own = await ownFeedsOf(c)
    if (!own) return answerProblem(c, 'not_found')
    const body = writeOwnCalendar(own.alerts, c.var.dependencies.now(), own.feed)
    return answerFeed(c, { type: 'calendar', body, changedAt: null })
  })
