import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { changeOwnFeeds } from './change-own-feeds.ts'
import { getAlertsFeed } from './get-alerts-feed.ts'
import { getCap } from './get-cap.ts'
import { getCourtDates } from './get-court-dates.ts'
import { getOwnFeeds } from './get-own-feeds.ts'

export const feeds = new Hono<Front>()
  .route('/', getAlertsFeed)
  .route('/', getCap)
  .route('/', getCourtDates)
  .route('/', getOwnFeeds)
  .route('/', changeOwnFeeds)
