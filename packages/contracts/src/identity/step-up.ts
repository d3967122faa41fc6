import * as z from 'zod'
import { PasskeyRequest } from './passkey.ts'

/** One act as a proof is bound to it: SHA-256 over method, path and the bytes of the body, base64url. */
const Act = z.string().regex(/^[\w-]{43}$/)

/** Which act somebody wants to prove that it is she who does it. */
export const StepUpRequest = z.strictObject({ act: Act })

/** How she can prove it: with a passkey, or, where she has none, with a code of her authenticator app. */
export const StepUpWays = z.strictObject({ passkey: PasskeyRequest.nullable(), code: z.boolean() })
export type StepUpWays = z.infer<typeof StepUpWays>
