import * as z from 'zod'
import { AlertId } from '../ids.ts'
import { Moment } from '../moment.ts'

/** In how many hours somebody wants to be reminded of an alert. */
export const RemindOfAlert = z.strictObject({ hours: z.int().min(1).max(72) })
export type RemindOfAlert = z.infer<typeof RemindOfAlert>

/** The answer: when a letter will come, or null where none will. */
export const AlertReminder = z.strictObject({ id: AlertId, remindAt: Moment.nullable() })
export type AlertReminder = z.infer<typeof AlertReminder>
