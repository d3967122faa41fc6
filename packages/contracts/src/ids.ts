import { decodeTime, ulid } from 'ulid'
import * as z from 'zod'

// A ULID sorts by time and is long enough not to be guessed; Crockford base 32, first character 0–7 (https://github.com/ulid/spec).
const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

export const OrganisationId = z.string().regex(ulidPattern).brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

export const PersonId = z.string().regex(ulidPattern).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const CircleId = z.string().regex(ulidPattern).brand<'CircleId'>()
export type CircleId = z.infer<typeof CircleId>

export const InvitationId = z.string().regex(ulidPattern).brand<'InvitationId'>()
export type InvitationId = z.infer<typeof InvitationId>

export const GuardianRequestId = z.string().regex(ulidPattern).brand<'GuardianRequestId'>()
export type GuardianRequestId = z.infer<typeof GuardianRequestId>

/**
 * Who did something, as the audit log names her: a commitment to her id (SHA-256, base64url) that nobody can open once she has
 * erased her account.
 */
export const Actor = z
  .string()
  .regex(/^[\w-]{43}$/)
  .brand<'Actor'>()
export type Actor = z.infer<typeof Actor>

export const ImportId = z.string().regex(ulidPattern).brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

export const ProposalId = z.string().regex(ulidPattern).brand<'ProposalId'>()
export type ProposalId = z.infer<typeof ProposalId>

export const ReportId = z.string().regex(ulidPattern).brand<'ReportId'>()
export type ReportId = z.infer<typeof ReportId>

export const AlertId = z.string().regex(ulidPattern).brand<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>

export const NeedId = z.string().regex(ulidPattern).brand<'NeedId'>()
export type NeedId = z.infer<typeof NeedId>

export const UpdateId = z.string().regex(ulidPattern).brand<'UpdateId'>()
export type UpdateId = z.infer<typeof UpdateId>

export const PledgeId = z.string().regex(ulidPattern).brand<'PledgeId'>()
export type PledgeId = z.infer<typeof PledgeId>

export const MessageId = z.string().regex(ulidPattern).brand<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>

export const CheckInId = z.string().regex(ulidPattern).brand<'CheckInId'>()
export type CheckInId = z.infer<typeof CheckInId>

/** A fresh id whose time part is `now` (milliseconds since 1970). */
export function newUlid(now: number): string {
  return ulid(now, chance)
}

/** The moment (milliseconds since 1970) that an id says it was made at. */
export const momentOfUlid = (id: string): number => decodeTime(id)

// Asking the system for each character's chance alone takes longer than all else that a request does with its id.
const drawn = new Uint8Array(4096)
let used = drawn.length

/** A number from 0 up to 1, as unpredictable as the system's own. */
function chance(): number {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  return (drawn[used++] ?? 0) / 256
}
