import * as z from 'zod'
import { Device } from '../identity/index.ts'
import { Moment } from '../moment.ts'
import { Subscription, SubscriptionRule } from './subscription.ts'

/** What somebody says of which alerts she wants to hear of, how and when. */
export const SubscriptionChoice = Subscription.omit({ personId: true, isChosen: true })
export type SubscriptionChoice = z.infer<typeof SubscriptionChoice>

/** A browser of hers that shows a note when there is something new. */
const Browser = z.strictObject({ id: z.string(), device: Device, since: Moment })

/** Her subscription as she sees it, with what her letters and her browsers can do now. */
export const OwnSubscription = z.strictObject({
  ...SubscriptionChoice.shape,
  isChosen: z.boolean(),
  /** Whether letters reach her: she has turned them off, or her address returned them. */
  letters: z.enum(['on', 'off', 'undeliverable']),
  /** Whether her address lies with a provider that must show mail to the authorities of its country. */
  isLocalMail: z.boolean(),
  browsers: z.array(Browser),
  /** What a browser must be told to take notes from this site alone (RFC 8292). */
  pushKey: z.string(),
})
export type OwnSubscription = z.infer<typeof OwnSubscription>

/** So many browsers of one person are sent notes. */
export const mostBrowsers = 10

/** Where a browser is sent its notes: an address of its maker's service, under which nobody else can be reached. */
export const NewBrowser = z.strictObject({ endpoint: z.url({ protocol: /^https?$/ }).max(1000) })
export type NewBrowser = z.infer<typeof NewBrowser>

/**
 * What the link in a letter may change without signing in: of which alerts letters come, and when. It says all that it changes, because
 * nothing of what holds is shown there.
 */
export const LetterChoice = z.strictObject({
  rule: SubscriptionRule.omit({ channels: true }),
  /** Null leaves her hours as they are. */
  hours: SubscriptionChoice.omit({ rules: true }).nullable(),
})
export type LetterChoice = z.infer<typeof LetterChoice>
