import * as z from 'zod'
import { RepublicCode } from '../directory/index.ts'
import { AlertId, UpdateId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { NamedOrganisation, TextShown } from '../named-organisation.ts'
import {
  AlertAudience,
  AlertState,
  Certainty,
  Consent,
  LadderStep,
  Need,
  OutcomeCode,
  PressureCode,
  Restricted,
  Severity,
  Urgency,
} from './alert.ts'

/** What everybody may know of a public alert. */
const seen = {
  id: AlertId,
  state: AlertState.exclude(['draft', 'submitted']),
  isExercise: z.boolean(),
  isVerified: z.boolean(),
  /** Null where it is withheld, or the reader may not know of that organisation. */
  concerns: NamedOrganisation.nullable(),
  pressures: z.array(PressureCode),
  republic: RepublicCode,
  urgency: Urgency,
  severity: Severity,
  certainty: Certainty,
  headline: TextShown,
  summary: TextShown,
  activeAt: Moment,
  /** Until when it lives, or the moment at which it ended. */
  until: Moment,
  closed: z.strictObject({ at: Moment, outcome: OutcomeCode.nullable() }).nullable(),
  courtAt: Moment.nullable(),
  publicUpdates: z.array(z.strictObject({ id: UpdateId, at: Moment, text: TextShown })),
  /** What else everybody could see happen: that a second organisation gave its word, and that its life was extended, until when. */
  turns: z.array(z.strictObject({ what: z.enum(['verified', 'extended']), at: Moment, until: Moment })),
}

/** What its audience reads besides. */
const whole = {
  part: z.literal('whole'),
  state: AlertState,
  version: z.int().min(1),
  raisedBy: NamedOrganisation.nullable(),
  isPublic: z.boolean(),
  audience: AlertAudience,
  consent: Consent.nullable(),
  republic: RepublicCode.nullable(),
  happenedAt: Moment.nullable(),
  language: z.string(),
  /** Null once it has been forgotten, a year after the end. */
  restricted: Restricted.nullable(),
  activeAt: Moment.nullable(),
  until: Moment.nullable(),
  unverifiedUntil: Moment.nullable(),
  verifiedBy: NamedOrganisation.nullable(),
  closed: z.strictObject({ at: Moment, outcome: OutcomeCode.nullable(), note: z.string() }).nullable(),
  updates: z.array(z.strictObject({ id: UpdateId, at: Moment, by: NamedOrganisation.nullable(), text: z.string() })),
  extensions: z.array(z.strictObject({ at: Moment, reason: z.string() })),
  needs: z.array(Need),
  ladder: z.array(LadderStep),
  widenedTo: z.array(z.strictObject({ to: z.enum(['network', 'coordinators']), at: Moment })),
  /** What this reader may do with it now. */
  may: z.strictObject({
    edit: z.boolean(),
    /** Send it out: what is a draft, or at once what waits for a second organisation. */
    submit: z.boolean(),
    verify: z.boolean(),
    answer: z.boolean(),
    pledge: z.boolean(),
    /** Update, extend, close: the people of those who raised it or whom it concerns. */
    lead: z.boolean(),
  }),
}

/** An alert as a reader sees it: the public part, or the whole where she belongs to its audience. */
export const PublicAlert = z.strictObject({ ...seen, part: z.literal('public') })
export type PublicAlert = z.infer<typeof PublicAlert>
export const WholeAlert = z.strictObject({ ...seen, ...whole })
export type WholeAlert = z.infer<typeof WholeAlert>
export const AlertView = z.discriminatedUnion('part', [PublicAlert, WholeAlert])
export type AlertView = z.infer<typeof AlertView>

/** A page of alerts, newest first. */
export const AlertPage = z.strictObject({ items: z.array(AlertView), next: z.string().nullable() })
export type AlertPage = z.infer<typeof AlertPage>

/** Which alerts somebody asks for. */
export const AlertQuery = z.strictObject({
  /** What lives, what is over, or what the reader herself has begun and not sent yet. */
  state: z.enum(['open', 'ended', 'draft']).default('open'),
  republic: RepublicCode.optional(),
  pressure: PressureCode.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(20).default(20),
})
export type AlertQuery = z.infer<typeof AlertQuery>
