import * as z from 'zod'

/** Whether it goes out without waiting for a second organisation, for six hours and saying so. */
export const SubmitAlert = z.strictObject({ atOnce: z.boolean() })
export type SubmitAlert = z.infer<typeof SubmitAlert>
