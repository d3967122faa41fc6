import { FeedQuery } from '@kunak/contracts/alerts'
import { changedAt, lastOf, writeAlertsFeed } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { query } from '../../front-door/parse.ts'
import { answerFeed } from './answer-feed.ts'
import { newestPublicAlerts } from './public-alerts.ts'

/** Public alerts as Atom, the same for everybody: of all, or of a republic and about a pressure. */
export const getAlertsFeed = new Hono<Front>().get('/feeds/alerts.atom', query(FeedQuery), async (c) => {
  const asked = c.req.valid('query')
  const alerts = await newestPublicAlerts(c, asked)
  const { origin } = c.var.dependencies
  const body = writeAlertsFeed(alerts, { origin, self: selfOf(asked), query: asked })
  return answerFeed(c, { type: 'atom', body, changedAt: lastOf(alerts.map(changedAt)) })
})

/** The address that a feed gives itself: what was asked, in one order, without what means nothing here. */
function selfOf({ language, republic, pressure }: FeedQuery): string {
  const said = new URLSearchParams({ language, ...(republic && { republic }), ...(pressure && { pressure }) })
  return `/feeds/alerts.atom?${said}`
}
