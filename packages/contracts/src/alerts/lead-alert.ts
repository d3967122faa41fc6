import * as z from 'zod'
import { UpdateId } from '../ids.ts'
import { line, localised, paragraphs } from '../text.ts'
import { OutcomeCode } from './alert.ts'

/** Something new about an alert. `id` is one that the page brought along: the same one sent twice is said once. */
export const NewAlertUpdate = z
  .strictObject({
    id: UpdateId.optional(),
    text: paragraphs(4000),
    /** What everybody may read of it where the alert is public. */
    publicText: localised(paragraphs(1500)).default({}),
  })
  .refine(({ text, publicText }) => text !== '' || Object.keys(publicText).length > 0, {
    path: ['text'],
    params: { code: 'required' },
  })
export type NewAlertUpdate = z.infer<typeof NewAlertUpdate>

/** Why an alert goes on for another 72 hours. */
export const AlertExtension = z.strictObject({ reason: line(300).pipe(z.string().min(1)) })
export type AlertExtension = z.infer<typeof AlertExtension>

/** What has come of it. */
export const AlertOutcome = z.strictObject({ outcome: OutcomeCode, note: paragraphs(2000).default('') })
export type AlertOutcome = z.infer<typeof AlertOutcome>

/** That it was a false alarm. */
export const AlertCancellation = z.strictObject({ note: paragraphs(2000).default('') })
export type AlertCancellation = z.infer<typeof AlertCancellation>
