import * as z from 'zod'
import { AlertAudience } from './alert.ts'

const People = z.int().min(0)

/** Who would see which part of an alert, and how many people would be told, if it went out as things stand; its writer is not counted. */
export const AlertReach = z.strictObject({
  /** Who reads the whole, and how many people they are now. */
  whole: z.strictObject({ audience: AlertAudience, people: People }),
  /** Whether everybody reads its headline, its summary and its public updates. */
  isPublic: z.boolean(),
  /** How many people are asked to look at it before it goes out, where that is wanted. */
  asked: People,
  /** How many readers are told at once, how many by a digest, and how many find it on the pages alone. Nobody is counted twice. */
  told: z.strictObject({ atOnce: People, byDigest: People, inApp: People }),
  /** Whether nobody beyond its own organisations would read it: those that it is for are hidden, have no people, or are none. */
  isEmpty: z.boolean(),
})
export type AlertReach = z.infer<typeof AlertReach>
