import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { TextShown } from '../named-organisation.ts'
import { levels, capacities, ExpertiseAreaCode, Level, RepublicCode } from './organisation.ts'

const countsBy = <Code extends string>(codes: readonly Code[]) =>
  z.strictObject(Object.fromEntries(codes.map((code) => [code, z.int()])) as Record<Code, z.ZodInt>)

/**
 * One cell of the expertise map: how many organisations of that republic know that area. For the public a count of 1 or 2 is
 * given as `few`, without levels or capacity, because so few can be told apart.
 */
export const CoverageCell = z.strictObject({
  expertise: ExpertiseAreaCode,
  republic: RepublicCode,
  count: z.union([z.int(), z.literal('few')]),
  levels: countsBy(levels).optional(),
  capacity: countsBy(capacities).optional(),
})
export type CoverageCell = z.infer<typeof CoverageCell>

/** A gap: nobody in that republic leads, is experienced or can support with open or limited capacity. */
export const Gap = z.strictObject({
  expertise: ExpertiseAreaCode,
  republic: RepublicCode,
  /** Those who could help: first from a neighbouring republic on site, then remotely; three at most. */
  helpers: z.array(
    z.strictObject({
      id: OrganisationId,
      names: TextShown,
      level: Level,
      from: RepublicCode,
      how: z.enum(['next_republic', 'remote']),
    }),
  ),
})
export type Gap = z.infer<typeof Gap>

export const Coverage = z.strictObject({
  /** How many organisations of each republic the reader sees on the map. */
  organisations: z.array(z.strictObject({ republic: RepublicCode, count: z.union([z.int(), z.literal('few')]) })),
  /** Every expertise × republic with at least one organisation; what is not there is zero. */
  cells: z.array(CoverageCell),
  gaps: z.array(Gap),
})
export type Coverage = z.infer<typeof Coverage>
