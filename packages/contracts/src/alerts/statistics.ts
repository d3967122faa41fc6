import * as z from 'zod'
import { RepublicCode } from '../directory/index.ts'
import { PressureCode } from './alert.ts'

/** As which an alert is counted once it has ended: as what happened, as what nobody else confirmed, or as a false alarm. */
export const endings = ['ended', 'unconfirmed', 'false_alarm'] as const
export const Ending = z.enum(endings)
export type Ending = z.infer<typeof Ending>

/** What stands for the acts that HURIDOCS has no term for. */
export const noTerm = 'none'
const Term = z.union([z.string().regex(/^\d{12}$/), z.literal(noTerm)])

/** A count, or that it is one or two. */
const SmallCount = z.union([z.int().min(0), z.literal('few')])

/** How many alerts of a year have ended: by act, as HURIDOCS’ micro-thesaurus 4 knows it, and republic. An alert of two acts is in two rows. */
export const AlertStatistics = z.strictObject({
  year: z.int(),
  rows: z.array(
    z.strictObject({
      isExercise: z.boolean(),
      republic: RepublicCode,
      term: Term,
      /** The pressures that the term stands for. */
      pressures: z.array(PressureCode),
      counts: z.record(Ending, SmallCount),
    }),
  ),
})
export type AlertStatistics = z.infer<typeof AlertStatistics>

/** Of which year somebody asks; the present one unless told. */
export const StatisticsQuery = z.strictObject({ year: z.coerce.number().int().min(2026).max(2999).optional() })
export type StatisticsQuery = z.infer<typeof StatisticsQuery>
