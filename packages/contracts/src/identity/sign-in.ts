import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'
import { PersonId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { MailAddress } from '../mail-address.ts'

/** For so long a letter's link and code work, and for so long after it a second factor may be shown. */
export const signInMinutes = 10
/** Wrong tries after which an asking is worth nothing, also with the right code. */
export const mostWrongTries = 5

const Fingerprint = z.string().regex(/^[\w-]{43}$/)

/**
 * Somebody's asking to be let in, as it is kept for ten minutes under the SHA-256 of the token that her browser holds. What her letter
 * says is derived from that and kept nowhere.
 */
export const SignIn = z.strictObject({
  /** SHA-256 of the browser's token, base64url. */
  hash: Fingerprint,
  mailFingerprint: Fingerprint,
  locale: z.enum(uiLocales),
  startedAt: Moment,
  /** Whose mail has been proved; null until then. */
  personId: PersonId.nullable(),
})
export type SignIn = z.infer<typeof SignIn>

/** Asking for a letter. */
export const AskToSignIn = z.strictObject({ mail: MailAddress, locale: z.enum(uiLocales) })
export type AskToSignIn = z.infer<typeof AskToSignIn>

/** The answer, the same bytes whoever the address belongs to. */
export const SignInAsked = z.strictObject({ status: z.literal('asked') })
export type SignInAsked = z.infer<typeof SignInAsked>

/** The link's token or the code of a letter. What cannot be one is refused like any that is wrong. */
export const MailProof = z.union([
  z.strictObject({ token: z.string().min(1).max(200) }),
  z.strictObject({ code: z.string().min(1).max(40) }),
])
export type MailProof = z.infer<typeof MailProof>

/** Where a sign-in goes on once the mail is proved: to a second factor, to adding one, or nowhere because there is no account. */
export const SignInStep = z.strictObject({ next: z.enum(['second_factor', 'enrol', 'nothing_here', 'done']) })
export type SignInStep = z.infer<typeof SignInStep>

/** A code that somebody types: of an authenticator app, or for recovery. */
export const TypedCode = z.strictObject({ code: z.string().min(1).max(80) })
export type TypedCode = z.infer<typeof TypedCode>

/** How far a recovery by guardians is. */
export const RecoveryProgress = z.strictObject({
  startedAt: Moment,
  /** Not before this moment is the account given back. */
  notBefore: Moment,
  confirmations: z.int().min(0).max(2),
  isReady: z.boolean(),
})
export type RecoveryProgress = z.infer<typeof RecoveryProgress>

/** Where this browser's sign-in stands. Ways are told only once the mail is proved. */
export const SignInState = z.strictObject({
  step: z.enum(['ask', 'prove_mail', 'second_factor']),
  ways: z
    .strictObject({
      passkey: z.boolean(),
      authenticator: z.boolean(),
      recoveryCode: z.boolean(),
      guardians: z.boolean(),
      recovery: RecoveryProgress.nullable(),
    })
    .nullable(),
})
export type SignInState = z.infer<typeof SignInState>

/** The answer to a change that has nothing more to say. */
export const Done = z.strictObject({ status: z.literal('done') })
export type Done = z.infer<typeof Done>
