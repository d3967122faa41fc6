import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { paragraphs } from '../text.ts'
import { Names, RepublicCode, Standing } from './organisation.ts'

/** How long an organisation must have been vetted until its word counts. */
export const daysUntilVouching = 60
/** At most so many vouches are given in any so many months. */
export const vouchesAQuarter = 3
export const quarterMonths = 3
/** A vouch counts so long. */
export const vouchMonths = 24

/** One organisation's word for another, as the graph needs it. It counts until `until`, unless it is revoked. */
export const Vouch = z.strictObject({
  from: OrganisationId,
  to: OrganisationId,
  at: Moment,
  until: Moment,
  revokedAt: Moment.nullable(),
})
export type Vouch = z.infer<typeof Vouch>

/** What the graph needs to know of an organisation. */
export const StandingNote = z.strictObject({
  id: OrganisationId,
  /** What it was before, where it is frozen: a freeze takes nobody's support away. */
  standing: Standing.exclude(['frozen']),
  isFrozen: z.boolean(),
  vettedAt: Moment.nullable(),
  isFounding: z.boolean(),
  standsOnVouches: z.boolean(),
  republics: z.array(RepublicCode),
  assuredAt: Moment,
  createdAt: Moment,
})
export type StandingNote = z.infer<typeof StandingNote>

/** Vouching for an organisation, and how the two know each other: for coordinators and the two organisations only. */
export const NewVouch = z.strictObject({ to: OrganisationId, how: paragraphs(600).pipe(z.string().min(20)) })
export type NewVouch = z.infer<typeof NewVouch>

/** What an organisation still lacks to be vetted. */
const lacks = ['chain', 'second_chain', 'second_republic', 'two_stewards', 'coordinator'] as const
export const Lack = z.enum(lacks)
export type Lack = z.infer<typeof Lack>

/** One vouch as one of the two organisations, or a coordinator, sees it; names only of what this reader may see anyway. */
export const VouchView = z.strictObject({
  organisationId: OrganisationId,
  names: Names.nullable(),
  at: Moment,
  until: Moment,
  revokedAt: Moment.nullable(),
  isLive: z.boolean(),
  how: z.string(),
})
export type VouchView = z.infer<typeof VouchView>

export const Vouches = z.strictObject({
  given: z.array(VouchView),
  received: z.array(VouchView),
  /** How many more it may give now. */
  left: z.int().min(0),
  /** From when its word counts; null while it is not vetted. */
  countsFrom: Moment.nullable(),
  isSupported: z.boolean(),
  lacks: z.array(Lack),
})
export type Vouches = z.infer<typeof Vouches>
