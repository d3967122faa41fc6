import * as z from 'zod'
import { cleanText } from '../text.ts'
import { Capacity, ExpertiseAreaCode, Freshness, LanguageCode, LegalFormCode, Level, RepublicCode } from './organisation.ts'
import { OrganisationView } from './organisation-view.ts'

/** One or several values of a query parameter, always as a list without repeats. */
const several = <Code extends z.ZodType<string, string>>(code: Code) =>
  z
    .union([z.array(code), code])
    .transform((value) => [...new Set([value].flat())] as z.output<Code>[])
    .optional()
    .transform((values) => values ?? [])

/** The facets by which the directory is filtered. Within one facet any value will do; between facets all must hold. */
export const facets = ['republic', 'expertise', 'level', 'capacity', 'language', 'legalForm', 'freshness'] as const
export type Facet = (typeof facets)[number]

export const FacetChoice = z.object({
  republic: several(RepublicCode),
  expertise: several(ExpertiseAreaCode),
  level: several(Level),
  capacity: several(Capacity),
  language: several(LanguageCode),
  legalForm: several(LegalFormCode),
  freshness: several(Freshness),
})
export type FacetChoice = z.infer<typeof FacetChoice>

/** A search of the directory. Empty words list everybody by name. */
export const OrganisationQuery = z.strictObject({
  q: z.string().max(200).transform(cleanText).default(''),
  ...FacetChoice.shape,
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type OrganisationQuery = z.infer<typeof OrganisationQuery>

/** Why a hit is where it is: the field in which the words stand, and how they were recognised. */
export const reasons = ['name', 'name_begins', 'expertise', 'place', 'text', 'similar_spelling'] as const
export const Reason = z.enum(reasons)
export type Reason = z.infer<typeof Reason>

export const FoundOrganisations = z.strictObject({
  total: z.int().min(0),
  organisations: z.array(z.strictObject({ organisation: OrganisationView, reasons: z.array(Reason) })),
  /** Counts for each value of each facet, as if that facet alone were not chosen. */
  facets: z.record(z.enum(facets), z.array(z.strictObject({ value: z.string(), count: z.int() }))),
  /** Goes on after the last organisation of this page; null when there are no more. */
  next: z.string().nullable(),
})
export type FoundOrganisations = z.infer<typeof FoundOrganisations>
