import * as z from 'zod'
import { AlertId, OrganisationId } from '../ids.ts'
import { AlertContent } from './alert.ts'

/** How long a draft that nobody touches is kept. */
export const draftDays = 30

/** What an alert is to say, as far as it is known by now. */
export const EditDraft = z.strictObject({ content: AlertContent, isExercise: z.boolean() })
export type EditDraft = z.infer<typeof EditDraft>

/**
 * An alert to begin with. `id` is one that the page brought along when it was shown: whoever sends it twice, by a double click or
 * because the line broke, has one draft.
 */
export const DraftAlert = EditDraft.extend({ id: AlertId.optional() })
export type DraftAlert = z.infer<typeof DraftAlert>

/** A draft as its writer goes on with it. */
export const AlertDraft = EditDraft.extend({ id: AlertId, version: z.int().min(1), raisedBy: OrganisationId })
export type AlertDraft = z.infer<typeof AlertDraft>

/** The answer to throwing a draft away. */
export const DraftDiscarded = z.strictObject({ id: AlertId })
export type DraftDiscarded = z.infer<typeof DraftDiscarded>
