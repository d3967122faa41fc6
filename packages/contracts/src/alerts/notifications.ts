import * as z from 'zod'
import { AlertId, CheckInId, OrganisationId, PledgeId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { NamedOrganisation } from '../named-organisation.ts'
import { WholeAlert } from './alert-view.ts'

/** How long it is kept that somebody was told of something. */
export const noticeDays = 90

/** Something that somebody was told of by name: what happened and to what, as codes and ids alone. */
export const Notice = z.strictObject({
  /** That of the event, so that the same event told twice is one notice. */
  id: z.string(),
  at: Moment,
  type: z.string(),
  organisationId: OrganisationId.nullable(),
  alertId: AlertId.nullable(),
  pledgeId: PledgeId.nullable(),
  checkInId: CheckInId.nullable(),
})
export type Notice = z.infer<typeof Notice>

/** What is new about an alert: it waits for the word of somebody like her, it went out, something was added, it is over. */
const AlertNotification = z.strictObject({
  about: z.literal('alert'),
  at: Moment,
  isNew: z.boolean(),
  what: z.enum(['asked', 'out', 'updated', 'ended']),
  alert: WholeAlert.pick({
    id: true,
    state: true,
    isExercise: true,
    isVerified: true,
    concerns: true,
    pressures: true,
    republic: true,
    urgency: true,
    headline: true,
    closed: true,
  }),
})

const PersonalNotification = z.strictObject({
  about: z.literal('notice'),
  at: Moment,
  isNew: z.boolean(),
  ...Notice.pick({ id: true, type: true, alertId: true, pledgeId: true, checkInId: true }).shape,
  /** The organisation that it is about, where she may know of it. */
  organisation: NamedOrganisation.nullable(),
})

/** What is new for somebody, newest first: alerts that she reads and wants to hear of, and what concerns her by name. */
export const Notifications = z.strictObject({
  /** How many came after the last one that she has seen. */
  unseen: z.int().min(0),
  items: z.array(z.discriminatedUnion('about', [AlertNotification, PersonalNotification])),
})
export type Notifications = z.infer<typeof Notifications>

/** Up to which moment somebody has seen what was new. */
export const SeenUpTo = z.strictObject({ upTo: Moment })
export type SeenUpTo = z.infer<typeof SeenUpTo>
