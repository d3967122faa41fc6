import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'
import { Moment } from '../moment.ts'
import { PersonId } from '../ids.ts'
import { mostPasskeys } from './passkey.ts'
import { Membership } from './viewer.ts'

/** Text that only who has the key can read: base64url of AES-256-GCM. */
const Sealed = z.string().min(1)
const Base64Url = z.string().regex(/^[\w-]+$/)

/** A credential of the Web Authentication API (https://www.w3.org/TR/webauthn-3/), as it is kept. */
export const Passkey = z.strictObject({
  id: Base64Url,
  publicKey: Base64Url,
  counter: z.int().min(0),
  transports: z.array(z.string()).max(10),
  /** What its owner calls it. */
  name: z.string().max(60),
  createdAt: Moment,
  lastUsedAt: Moment.nullable(),
})
export type Passkey = z.infer<typeof Passkey>

/** An account as it is kept. `version` grows by one with every change. */
export const Person = z.strictObject({
  id: PersonId,
  version: z.int().min(1),
  mail: Sealed,
  /** A keyed fingerprint of the mail address, by which the account is found. */
  mailFingerprint: Base64Url,
  /** What her colleagues call her; sealed, and empty until she has said it. */
  name: Sealed.nullable(),
  locale: z.enum(uiLocales),
  createdAt: Moment,
  /** What opens the commitments of the audit log to her. */
  actorNonce: Base64Url,
  memberships: z.array(Membership).max(20),
  isCoordinator: z.boolean(),
  passkeys: z.array(Passkey).max(mostPasskeys),
  /** An authenticator app (RFC 6238): its sealed secret, and the last time step whose code was used. */
  authenticator: z.strictObject({ secret: Sealed, lastStep: z.int().min(0), since: Moment }).nullable(),
  /** SHA-256 of the code that, with her mail, gives the account back. */
  recoveryCode: Base64Url.nullable(),
  /** Two people who, together and after 72 hours' notice, can give the account back. */
  guardians: z.array(PersonId).max(2),
  /** A recovery by guardians that has been asked for. */
  recovery: z.strictObject({ startedAt: Moment, confirmedBy: z.array(PersonId).max(2) }).nullable(),
  /** Whether letters may be sent to her besides those she asks for herself. */
  wantsLetters: z.boolean(),
  /** Why her address takes no letters any more, as the mail provider said. */
  undeliverable: z.enum(['bounced', 'complained']).nullable(),
  /** Sessions that began before are over. */
  sessionsFrom: Moment,
})
export type Person = z.infer<typeof Person>

/** Whether mail alone gives no session any more. */
export function hasSecondFactor({ passkeys, authenticator }: Pick<Person, 'passkeys' | 'authenticator'>): boolean {
  return passkeys.length > 0 || authenticator !== null
}
