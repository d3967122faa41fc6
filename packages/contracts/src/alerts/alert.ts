import { codesOf, needKinds, outcomes, pressures } from '@kunak/vocabulary'
import * as z from 'zod'
import { Audience } from '../audience.ts'
import { LanguageCode, RepublicCode } from '../directory/index.ts'
import { Actor, AlertId, CircleId, NeedId, OrganisationId, PersonId, UpdateId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { line, localised, paragraphs } from '../text.ts'

export const PressureCode = z.enum(codesOf(pressures))
const NeedKindCode = z.enum(codesOf(needKinds))
export const OutcomeCode = z.enum(codesOf(outcomes))

/** `draft → submitted → active → resolved`, and `cancelled` (a false alarm) and `expired`. Submitted is what waits for a second organisation. */
export const alertStates = ['draft', 'submitted', 'active', 'resolved', 'cancelled', 'expired'] as const
export const AlertState = z.enum(alertStates)
export type AlertState = z.infer<typeof AlertState>

/** What those affected have said to this alert. */
export const consents = ['obtained', 'by_relative_or_lawyer', 'not_reachable', 'refused'] as const
export const Consent = z.enum(consents)
export type Consent = z.infer<typeof Consent>

/** The scales of the Common Alerting Protocol 1.2, most pressing first (https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html, §3.2.2). */
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const
export const Urgency = z.enum(urgencies)
export type Urgency = z.infer<typeof Urgency>
export const Severity = z.enum(severities)
export const Certainty = z.enum(certainties)

/** Who reads the whole of an alert. The public never does: what it may know is the public summary, written apart. */
export const AlertAudience = Audience.exclude(['public'])
export type AlertAudience = z.infer<typeof AlertAudience>

/** Something that is needed: how many of what. */
export const Need = z.strictObject({
  id: NeedId,
  kind: NeedKindCode,
  quantity: z.int().min(1).max(10_000),
  unit: line(40),
})
export type Need = z.infer<typeof Need>

/**
 * A step of the ladder: if, so many minutes after the alert went out, fewer than `atLeast` people have said that they can help, it also
 * goes to these.
 */
export const LadderStep = z.strictObject({
  afterMinutes: z
    .int()
    .min(5)
    .max(72 * 60),
  atLeast: z.int().min(1).max(50),
  to: z.enum(['network', 'coordinators']),
})
export type LadderStep = z.infer<typeof LadderStep>

/** What only the audience reads, in one language. */
export const Restricted = z.strictObject({
  /** Whom it concerns, in words, where more is to be said than the name of an organisation. */
  who: line(300),
  known: paragraphs(4000),
  notKnown: paragraphs(2000),
  /** What to do and what not to do, such as “do not call the office”. */
  cautions: paragraphs(2000),
  /** Which authorities to write to. */
  authorities: paragraphs(2000),
  courtPlace: line(300),
})
export type Restricted = z.infer<typeof Restricted>
export const emptyRestricted: Restricted = { who: '', known: '', notKnown: '', cautions: '', authorities: '', courtPlace: '' }

/** How much an alert holds. */
export const mostNeeds = 20
export const mostUpdates = 200
export const mostExtensions = 100

/** What an alert says. A draft may still lack what it needs; what that is, is said when it is submitted. */
export const AlertContent = z.strictObject({
  /** The organisation it concerns; null where that is withheld. */
  concerns: OrganisationId.nullable(),
  pressures: z.array(PressureCode).max(5),
  republic: RepublicCode.nullable(),
  happenedAt: Moment.nullable(),
  consent: Consent.nullable(),
  audience: AlertAudience,
  /** Which circle is meant where the audience is `circle`. */
  circleId: CircleId.nullable(),
  urgency: Urgency,
  severity: Severity,
  certainty: Certainty,
  /** The language of what only the audience reads. */
  language: LanguageCode,
  restricted: Restricted,
  /** Whether everybody may read the public summary. */
  isPublic: z.boolean(),
  headline: localised(line(160)),
  summary: localised(paragraphs(1500)),
  /** The next date in court, and whether everybody may know it. */
  courtAt: Moment.nullable(),
  isCourtPublic: z.boolean(),
  needs: z.array(Need).max(mostNeeds),
  ladder: z.array(LadderStep).max(4),
})
export type AlertContent = z.infer<typeof AlertContent>

/** A dated addition; `text` is for the audience, `publicText` for everybody where the alert is public. */
export const AlertUpdate = z.strictObject({
  id: UpdateId,
  at: Moment,
  by: OrganisationId,
  text: paragraphs(4000),
  publicText: localised(paragraphs(1500)),
})
export type AlertUpdate = z.infer<typeof AlertUpdate>

/** How long an alert lives unless it is extended, and how long without the word of a second organisation where it goes beyond a circle. */
export const lifeHours = 72
export const unverifiedHours = 6
/** How long what only its audience reads is kept after an alert has ended. */
export const restrictedMonths = 12
/** How long before the end of its life its own people are reminded of it. */
export const reminderHours = 12

/** An alert as it is kept. `version` grows by one with every change. */
export const Alert = z.strictObject({
  id: AlertId,
  version: z.int().min(1),
  state: AlertState,
  /** Whether it is only practised: everything that it shows says so. */
  isExercise: z.boolean(),
  /**
   * Who gave the code for duress, as the audit log names her: neither she nor anybody of her organisation may know of this alert.
   * Coordinators of others read and lead it.
   */
  keptFrom: Actor.optional(),
  raisedBy: OrganisationId,
  /** Who wrote it; null once her account is gone, and where nobody may know. */
  raiserId: PersonId.nullable(),
  content: AlertContent,
  draftedAt: Moment,
  submittedAt: Moment.nullable(),
  activeAt: Moment.nullable(),
  /** Who of another vetted organisation has looked and says that it is so. */
  verified: z.strictObject({ by: OrganisationId, personId: PersonId.nullable(), at: Moment }).nullable(),
  /** Until when it may be out beyond a circle on the word of one organisation; null where that needs nobody else. */
  unverifiedUntil: Moment.nullable(),
  /** When its life ends unless somebody says why it goes on. */
  until: Moment.nullable(),
  extensions: z.array(z.strictObject({ at: Moment, by: OrganisationId, reason: line(300) })).max(mostExtensions),
  updates: z.array(AlertUpdate).max(mostUpdates),
  /** To whom it has gone besides its audience, because too few answered; and how many steps of the ladder are behind it. */
  widenedTo: z.array(z.strictObject({ to: z.enum(['network', 'coordinators']), at: Moment })).max(4),
  stepsTaken: z.int().min(0).max(4),
  closed: z.strictObject({ at: Moment, outcome: OutcomeCode.nullable(), note: paragraphs(2000) }).nullable(),
  /** When its own people were told that its life is about to end; null after it was extended. */
  remindedAt: Moment.nullable(),
  /** When what only the audience reads was forgotten. */
  forgottenAt: Moment.nullable(),
})
export type Alert = z.infer<typeof Alert>
