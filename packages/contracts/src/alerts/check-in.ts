import * as z from 'zod'
import { LanguageCode, RepublicCode } from '../directory/index.ts'
import { AlertId, CheckInId, CircleId, OrganisationId, PersonId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { cleanText, line, paragraphs } from '../text.ts'
import { PressureCode } from './alert.ts'
import { TimeZone } from './subscription.ts'

/** From so many hours before a date on, a report counts for it. Two dates lie further apart, so that no report counts for two by mistake. */
export const reportHours = 12
/** How many days ahead the last date may lie, and how long after its end a check-in is kept. */
export const mostScheduleDays = 92
export const checkInDays = 30
/** How many check-ins somebody may have running at a time. */
export const mostCheckIns = 10
const graceMinutes = { least: 5, most: 360 } as const

/** Every day from the first to the last at one time of her own clock; once, where these are the same. */
export const CheckInSchedule = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date(),
  time: z.string().refine((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time), { params: { code: 'not_a_time' } }),
  timeZone: TimeZone,
})
export type CheckInSchedule = z.infer<typeof CheckInSchedule>

/** Nothing is practised, only she herself sees what would happen, or the audience gets an alert that says that it is an exercise. */
export const drills = ['none', 'alone', 'exercise'] as const
const Drill = z.enum(drills)

/** Who gets the alert where no report comes. Never wider than a circle: what goes further wants a second organisation. */
export const checkInAudiences = ['circle', 'organisation', 'coordinators'] as const
export const CheckInAudience = z.enum(checkInAudiences)
export type CheckInAudience = z.infer<typeof CheckInAudience>

/** What somebody plans: when she reports, how long others wait, and the alert that goes out if she does not. */
export const CheckInPlan = z.strictObject({
  organisationId: OrganisationId,
  /** What she herself calls it, for her list alone. */
  title: line(120).pipe(z.string().min(1)),
  schedule: CheckInSchedule,
  graceMinutes: z.int().min(graceMinutes.least).max(graceMinutes.most),
  drill: Drill,
  audience: CheckInAudience,
  circleId: CircleId.nullable(),
  /** Whether coordinators are told, too, where nobody says within half an hour that she can help. */
  widens: z.boolean(),
  pressures: z.array(PressureCode).min(1).max(5),
  republic: RepublicCode,
  language: LanguageCode,
  /** Her name, as those know her who get the alert. */
  who: line(300).pipe(z.string().min(1)),
  known: paragraphs(3000).pipe(z.string().min(1)),
  cautions: paragraphs(1500),
})
export type CheckInPlan = z.infer<typeof CheckInPlan>

/** A code as it is compared: typed with or without blanks, in upper or lower case. */
const CheckInCode = z
  .string()
  .transform((typed) => cleanText(typed).normalize('NFKC').replace(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().min(4).max(40))

/** The code that cancels, and the one that seems to. */
export const CheckInCodes = z.strictObject({ cancel: CheckInCode, duress: CheckInCode })
export type CheckInCodes = z.infer<typeof CheckInCodes>

/** A check-in to begin with. `id` is one that the page brought along: sent twice, it is one check-in. */
export const NewCheckIn = z.strictObject({ id: CheckInId.optional(), plan: CheckInPlan, codes: CheckInCodes })
export type NewCheckIn = z.infer<typeof NewCheckIn>

/** Another plan, with a code: whoever has her phone alone cannot put the date off. */
export const ChangeCheckIn = z.strictObject({ plan: CheckInPlan, code: CheckInCode })
export type ChangeCheckIn = z.infer<typeof ChangeCheckIn>

export const CancelCheckIn = z.strictObject({ code: CheckInCode })
export type CancelCheckIn = z.infer<typeof CancelCheckIn>

/** What has become of a check-in: its alert went out (not where she practised alone), it was cancelled, or its last date is behind it. */
const CheckInRaised = z.strictObject({ at: Moment, alertId: AlertId.nullable(), audience: CheckInAudience })
const CheckInEnd = z.strictObject({ at: Moment, why: z.enum(['over', 'cancelled']) })

const Tag = z.string().regex(/^[\w-]{43}$/)

/** A check-in as it is kept, sealed, for its owner alone. `version` grows by one with every change. */
export const CheckIn = z.strictObject({
  id: CheckInId,
  version: z.int().min(1),
  state: z.enum(['running', 'raised', 'ended']),
  ownerId: PersonId,
  plan: CheckInPlan,
  /** What is kept of the two codes: tags under the secret of the deployment. */
  codes: z.strictObject({ cancel: Tag, duress: Tag }),
  createdAt: Moment,
  /** By when the next report is expected; null once none is. */
  dueAt: Moment.nullable(),
  /** When she was reminded that this date has passed. */
  missedAt: Moment.nullable(),
  reportedAt: Moment.nullable(),
  raised: CheckInRaised.nullable(),
  ended: CheckInEnd.nullable(),
  /** Whether coordinators have been told that she acted under duress; a figure, so that what is sealed is as long either way. */
  duress: z.union([z.literal(0), z.literal(1)]),
})
export type CheckIn = z.infer<typeof CheckIn>

/** Where it stands at a moment: nothing is expected yet, a report counts, a date has passed without one, and the two ways in which it is over. */
const checkInPhases = ['waiting', 'due', 'grace', 'raised', 'ended'] as const
export const CheckInPhase = z.enum(checkInPhases)
export type CheckInPhase = z.infer<typeof CheckInPhase>

/** A check-in as its owner sees it. Whichever of the two codes she has given, it is the same. */
export const CheckInView = z.strictObject({
  id: CheckInId,
  version: z.int().min(1),
  phase: CheckInPhase,
  plan: CheckInPlan,
  dueAt: Moment.nullable(),
  /** From when on a report counts for that date, and when the alert goes out if none comes. */
  opensAt: Moment.nullable(),
  raisesAt: Moment.nullable(),
  reportedAt: Moment.nullable(),
  raised: CheckInRaised.nullable(),
  ended: CheckInEnd.nullable(),
})
export type CheckInView = z.infer<typeof CheckInView>

/** All of somebody's check-ins, newest first. */
export const CheckIns = z.strictObject({ items: z.array(CheckInView) })
export type CheckIns = z.infer<typeof CheckIns>
