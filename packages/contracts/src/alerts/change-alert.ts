import * as z from 'zod'
import { AlertId } from '../ids.ts'
import { AlertState } from './alert.ts'

/** The answer to a change of an alert: which one, the version and the state it now has. */
export const AlertChanged = z.strictObject({ id: AlertId, version: z.int().min(1), state: AlertState })
export type AlertChanged = z.infer<typeof AlertChanged>
