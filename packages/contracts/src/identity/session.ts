import * as z from 'zod'
import { PersonId } from '../ids.ts'
import { Moment } from '../moment.ts'

/** What sort of device a session runs on: all that is kept of it. */
const devices = ['android', 'apple_mobile', 'computer', 'other'] as const
export const Device = z.enum(devices)
export type Device = z.infer<typeof Device>

/**
 * A session as it is kept, under the SHA-256 of its token. `enrolling` is what mail alone gives to somebody who has no second factor
 * yet: with it she can add one, and nothing else.
 */
export const Session = z.strictObject({
  /** SHA-256 of the token, base64url: names the session where she lists hers. */
  id: z.string().regex(/^[\w-]{43}$/),
  personId: PersonId,
  kind: z.enum(['enrolling', 'full']),
  via: z.enum(['mail', 'passkey', 'authenticator', 'recovery']),
  device: Device,
  /** When she signed in; a new token for the same session keeps it. */
  startedAt: Moment,
  lastSeenAt: Moment,
})
export type Session = z.infer<typeof Session>

/** Without a request for so long a session ends. */
export const sessionIdleMinutes = 30
/** And after so long it ends in any case. */
export const sessionHours = 12
