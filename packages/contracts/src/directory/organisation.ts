import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import * as z from 'zod'
import { Audience } from '../audience.ts'
import { CircleId, OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { line, localised, paragraphs } from '../text.ts'

export const RepublicCode = z.enum(codesOf(republics))
export const LanguageCode = z.enum(codesOf(languages))
export const ExpertiseAreaCode = z.enum(codesOf(expertiseAreas))
export const LegalFormCode = z.enum(codesOf(legalForms))

/** A day, `YYYY-MM-DD` (ISO 8601). */
export const Day = z.iso.date()

/** ISO 3166-1 alpha-2 (whether a country has that code is checked by the domain, which knows the list). */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/)

/** How well an organisation knows an area, best first. */
export const levels = ['lead', 'experienced', 'can_support', 'learning'] as const
export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>

/** Whether it can take on more, most able first. */
export const capacities = ['open', 'limited', 'none'] as const
export const Capacity = z.enum(capacities)
export type Capacity = z.infer<typeof Capacity>

export const deliveries = ['remote', 'on_site', 'both'] as const
export const Delivery = z.enum(deliveries)
export type Delivery = z.infer<typeof Delivery>

/** One area of expertise. `until` is the last day of a limited or absent capacity; after it the capacity is open again. */
export const Expertise = z
  .strictObject({
    area: ExpertiseAreaCode,
    level: Level,
    capacity: Capacity,
    until: Day.nullable(),
    delivery: Delivery,
  })
  .refine((entry) => entry.until === null || entry.capacity !== 'open', { path: ['until'], params: { code: 'needs_limited' } })
export type Expertise = z.infer<typeof Expertise>

/** Where an organisation shows itself; empty where it has no site. */
export const Website = z.union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(300)])

const WorkPlace = z.strictObject({ republic: RepublicCode, district: line(120) })

export const channels = ['email', 'phone', 'signal', 'telegram', 'whatsapp', 'matrix', 'web_form', 'postal', 'other'] as const
export const Contact = z.strictObject({
  channel: z.enum(channels),
  value: line(300).pipe(z.string().min(1)),
  audience: Audience,
})
export type Contact = z.infer<typeof Contact>

/** Codes of org-id.guide for the registers whose check digits the domain verifies, and `other` for any other register. */
export const identifierSchemes = ['RU-OGRN', 'RU-INN', 'GB-CHC', 'GE-NAPR', 'other'] as const
export const Identifier = z.strictObject({
  scheme: z.enum(identifierSchemes),
  value: line(60).pipe(z.string().min(1)),
})
export type Identifier = z.infer<typeof Identifier>

export const legalFlagKinds = ['foreign_agent', 'undesirable', 'extremist_list'] as const
/** A label that a state has put on the organisation; no entry means none. */
export const LegalFlag = z.strictObject({
  flag: z.enum(legalFlagKinds),
  since: Day.nullable(),
  recordedBy: z.enum(['self', 'coordinator']),
})
export type LegalFlag = z.infer<typeof LegalFlag>

/** Field groups, each with its own audience. Whoever cannot read `names` does not know that the organisation exists. */
export const fieldGroups = [
  'names',
  'description',
  'registration',
  'address',
  'work',
  'expertise',
  'website',
  'contact',
  'legalFlags',
] as const
export type FieldGroup = (typeof fieldGroups)[number]

export const Names = localised(line(200)).refine((names) => Object.keys(names).length > 0, { params: { code: 'required' } })

/** What an organisation says of itself: everything that the profile form edits. */
export const Profile = z.strictObject({
  names: Names,
  acronym: line(40),
  description: localised(paragraphs(4000)),
  legalForm: LegalFormCode.nullable(),
  foundedYear: z.int().min(1800).max(2100).nullable(),
  basedIn: CountryCode.nullable(),
  identifiers: z.array(Identifier).max(10),
  address: line(300),
  worksIn: z.array(WorkPlace).max(20),
  languages: z.array(LanguageCode).max(30),
  expertise: z.array(Expertise).max(40),
  website: Website,
  contacts: z.array(Contact).max(12),
  safeContact: localised(paragraphs(1000)),
  legalFlags: z.array(LegalFlag).max(3),
  audiences: z.strictObject(
    Object.fromEntries(fieldGroups.map((group) => [group, Audience])) as Record<FieldGroup, typeof Audience>,
  ),
})
export type Profile = z.infer<typeof Profile>

/** `applicant → vetted → lapsed`, and `suspended`, `frozen`, `left`. */
export const standings = ['applicant', 'vetted', 'lapsed', 'suspended', 'frozen', 'left'] as const
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>

/** The state of an organisation as it is kept. `version` grows by one with every change. */
export const Organisation = z.strictObject({
  id: OrganisationId,
  version: z.int().min(1),
  standing: Standing,
  profile: Profile,
  /** When somebody of the organisation last said that the profile is right. */
  assuredAt: Moment,
  createdAt: Moment,
  /** When it last became vetted; null while it has not. */
  vettedAt: Moment.nullable().default(null),
  /** Whether chains of vouches start from it. */
  isFounding: z.boolean().default(false),
  /** Whether it was vetted on the strength of vouches, with which it loses that standing; the operator's word needs none. */
  standsOnVouches: z.boolean().default(false),
  /** Since when it is frozen, and what it was before. */
  frozen: z
    .strictObject({ at: Moment, before: Standing.exclude(['frozen']) })
    .nullable()
    .default(null),
  /** When it was last frozen, kept after that is over: its people's sessions from before stay ended. */
  lastFrozenAt: Moment.nullable().default(null),
  /** The circles that it belongs to. */
  circles: z.array(CircleId).max(20).default([]),
  /** Which of them its profile means where it says `circle`. */
  audienceCircle: CircleId.nullable().default(null),
})
export type Organisation = z.infer<typeof Organisation>

export const freshnesses = ['fresh', 'due', 'stale', 'hidden'] as const
export const Freshness = z.enum(freshnesses)
export type Freshness = z.infer<typeof Freshness>
