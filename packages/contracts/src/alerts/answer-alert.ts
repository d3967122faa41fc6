import * as z from 'zod'
import { AlertId, OrganisationId, PersonId } from '../ids.ts'
import { Moment } from '../moment.ts'

/** What somebody who was asked says: that she has seen it, that she can help, or that she cannot. */
const answers = ['seen', 'can_help', 'cannot'] as const
export const AnswerCode = z.enum(answers)
export type AnswerCode = z.infer<typeof AnswerCode>

/** Somebody answers, for an organisation of hers; a coordinator who belongs to none, for nobody but herself. */
export const AnswerAlert = z.strictObject({ answer: AnswerCode, organisationId: OrganisationId.nullable() })
export type AnswerAlert = z.infer<typeof AnswerAlert>

/** An answer as it is kept: one a person, which she may change. */
export const AlertAnswer = AnswerAlert.extend({ version: z.int().min(1), personId: PersonId, at: Moment })
export type AlertAnswer = z.infer<typeof AlertAnswer>

/** How many people have said what. */
export const AnswerCounts = z.strictObject({ seen: z.int().min(0), can_help: z.int().min(0), cannot: z.int().min(0) })
export type AnswerCounts = z.infer<typeof AnswerCounts>

/** The answer to an answer: what stands there now. */
export const AlertAnswered = z.strictObject({ id: AlertId, answer: AnswerCode })
export type AlertAnswered = z.infer<typeof AlertAnswered>
