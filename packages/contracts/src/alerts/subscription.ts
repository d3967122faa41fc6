import * as z from 'zod'
import { LanguageCode, RepublicCode } from '../directory/index.ts'
import { PersonId } from '../ids.ts'
import { PressureCode, Urgency } from './alert.ts'

/** How somebody hears of an alert: by a letter, by a note of her browser, or on the pages alone. */
export const channels = ['mail', 'push', 'app'] as const
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

export const mostRules = 10

/** Of which alerts she wants to hear, and how. An empty list leaves nothing out, so that a rule of empty lists is for everything. */
export const SubscriptionRule = z.strictObject({
  republics: z.array(RepublicCode).max(20),
  pressures: z.array(PressureCode).max(40),
  /** The least pressing urgency she hears of; `Unknown` for all. */
  leastUrgency: Urgency,
  /** The languages in which an alert may be written. */
  languages: z.array(LanguageCode).max(30),
  channels: z.array(Channel).min(1).max(channels.length),
})
export type SubscriptionRule = z.infer<typeof SubscriptionRule>

/** A name of the IANA time zone database that this machine knows, such as `Europe/Moscow`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { params: { code: 'not_one_of' } })

const HourOfDay = z.int().min(0).max(23)

/**
 * To what somebody has subscribed, as it is kept. Of what is urgent she hears at once; of the rest once a day, at `digestHour` of her
 * own clock. In quiet hours, from the beginning of one hour until that of another, only what is urgent reaches her.
 */
export const Subscription = z.strictObject({
  personId: PersonId,
  rules: z.array(SubscriptionRule).max(mostRules),
  digestHour: HourOfDay,
  timeZone: TimeZone,
  quiet: z
    .strictObject({ from: HourOfDay, to: HourOfDay })
    .refine(({ from, to }) => from !== to, { path: ['to'], params: { code: 'said_twice' } })
    .nullable(),
  /** Whether she has chosen this herself. */
  isChosen: z.boolean(),
})
export type Subscription = z.infer<typeof Subscription>

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
