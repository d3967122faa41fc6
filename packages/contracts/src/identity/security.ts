import * as z from 'zod'
import { GuardianRequestId, PersonId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { MailAddress } from '../mail-address.ts'
import { Session } from './session.ts'
import { RecoveryProgress } from './sign-in.ts'

/** A person's sessions, for herself; the one that asks is `isThis`. */
export const Sessions = z.strictObject({
  sessions: z.array(
    Session.pick({ id: true, kind: true, via: true, device: true, startedAt: true, lastSeenAt: true }).extend({
      isThis: z.boolean(),
    }),
  ),
})
export type Sessions = z.infer<typeof Sessions>

/** Which sessions to end at once. */
export const SessionsQuery = z.strictObject({ which: z.enum(['others', 'all']).default('others') })

/** Whether she has an authenticator app, and the secret that is waiting for its first code in this session. */
export const Authenticator = z.strictObject({
  since: Moment.nullable(),
  pending: z
    .strictObject({
      /** Base 32 (RFC 4648), as it is typed into an app. */
      secret: z.string(),
      /** The same for a QR code (https://github.com/google/google-authenticator/wiki/Key-Uri-Format). */
      uri: z.string(),
    })
    .nullable(),
})
export type Authenticator = z.infer<typeof Authenticator>

/** What comes of adding a factor: with the first one the recovery code, which is shown this once. */
export const FactorAdded = z.strictObject({ recoveryCode: z.string().nullable() })
export type FactorAdded = z.infer<typeof FactorAdded>

/** A new recovery code, shown this once. */
export const RecoveryCode = z.strictObject({ recoveryCode: z.string() })
export type RecoveryCode = z.infer<typeof RecoveryCode>

/** Asking somebody, by her address, to be a guardian. */
export const AskGuardian = z.strictObject({ mail: MailAddress })
export type AskGuardian = z.infer<typeof AskGuardian>

/** An asking as it is kept, until it is answered or its time is over. */
export const GuardianRequest = z.strictObject({
  id: GuardianRequestId,
  /** Who asks. */
  personId: PersonId,
  /** Whom, sealed; and by the fingerprint she finds it. */
  mail: z.string().min(1),
  mailFingerprint: z.string().regex(/^[\w-]{43}$/),
  askedAt: Moment,
})
export type GuardianRequest = z.infer<typeof GuardianRequest>

/** For so long somebody may answer whether she will be a guardian. */
export const guardianRequestDays = 30
export const mostGuardianRequests = 4

/** How somebody is named to another who knows her: by her name, else by her address. */
const Known = z.string()

/** Who can give an account back, and who has been asked; for its owner. */
export const Guardians = z.strictObject({
  guardians: z.array(z.strictObject({ id: PersonId, who: Known })),
  asked: z.array(z.strictObject({ id: GuardianRequestId, mail: z.string(), askedAt: Moment })),
  recovery: RecoveryProgress.nullable(),
})
export type Guardians = z.infer<typeof Guardians>

/** Who asks the reader to be her guardian, and whose guardian she is. */
export const Wards = z.strictObject({
  requests: z.array(z.strictObject({ id: GuardianRequestId, who: Known, askedAt: Moment })),
  wards: z.array(
    z.strictObject({
      id: PersonId,
      who: Known,
      recovery: RecoveryProgress.nullable(),
      isConfirmedByMe: z.boolean(),
    }),
  ),
})
export type Wards = z.infer<typeof Wards>
