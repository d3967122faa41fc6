import * as z from 'zod'
import { Moment } from '../moment.ts'
import { NamedOrganisation } from '../named-organisation.ts'
import { AnswerCounts } from './answer-alert.ts'

/**
 * Who of those whom an alert is for has answered what. Organisations that the reader may not know of, and people who belong to none, are
 * counted together.
 */
export const RollCall = z.strictObject({
  answered: z.array(z.strictObject({ organisation: NamedOrganisation, answers: AnswerCounts, at: Moment })),
  others: AnswerCounts,
  silent: z.array(NamedOrganisation),
  /** How many more are silent than are named. */
  moreSilent: z.int().min(0),
})
export type RollCall = z.infer<typeof RollCall>
