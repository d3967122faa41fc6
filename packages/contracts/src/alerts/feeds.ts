import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'
import { RepublicCode } from '../directory/index.ts'
import { PressureCode } from './alert.ts'

/** In which language a feed speaks where it has words of its own. What else a program puts into the address is let be. */
export const FeedLanguage = z.object({ language: z.enum(uiLocales).default('ru') })

/** Which public alerts a feed is about. */
export const FeedQuery = FeedLanguage.extend({ republic: RepublicCode.optional(), pressure: PressureCode.optional() })
export type FeedQuery = z.infer<typeof FeedQuery>

/** Whether somebody has feeds of her own, and since when. */
export const OwnFeeds = z.strictObject({ since: z.iso.datetime().nullable() })
export type OwnFeeds = z.infer<typeof OwnFeeds>

/** The addresses of somebody's own feeds: told once, when they are made. */
export const OwnFeedAddresses = z.strictObject({ news: z.url(), calendar: z.url() })
export type OwnFeedAddresses = z.infer<typeof OwnFeedAddresses>
