import * as z from 'zod'
import { Actor, OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { NamedOrganisation } from '../named-organisation.ts'

const Hash = z.string().regex(/^[\w-]{43}$/)

/** What happened, as it is kept: codes and ids only, and whoever did it as a commitment. */
export const AuditEntry = z.strictObject({
  /** What it happened to, such as `ORGANISATION#01…`. */
  subject: z.string().min(1),
  /** A ULID; with the subject it names the entry. */
  id: z.string().min(1),
  at: Moment,
  type: z.string().min(1),
  actor: z.union([Actor, z.literal('system')]).nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** One link of the chain: the hashes of some entries and of the link before, signed. */
export const AuditLink = z.strictObject({
  /** From 1 on, without gaps. */
  seq: z.int().min(1),
  at: Moment,
  entries: z.array(z.strictObject({ subject: z.string(), id: z.string(), hash: Hash })).min(1),
  /** The hash of the link before; null for the first. */
  previous: Hash.nullable(),
  hash: Hash,
  /** Ed25519 (RFC 8032) over the hash, base64url. */
  signature: z.string().regex(/^[\w-]{86}$/),
})
export type AuditLink = z.infer<typeof AuditLink>

/**
 * What the audit trail tells coordinators. What happens in circles is not here: who trusts whom is for their people.
 */
export const auditTypes = [
  'organisation_founded',
  'organisation_listed',
  'organisation_imported',
  'organisation_filled_by_import',
  'organisation_vetted',
  'organisation_under_review',
  'organisation_lapsed',
  'organisation_suspended',
  'organisation_reinstated',
  'organisation_frozen',
  'organisation_unfrozen',
  'organisation_left',
  'organisation_reported',
  'report_closed',
  'application_forgotten',
  'profile_edited',
  'profile_assured',
  'legal_flags_recorded',
  'vouch_given',
  'vouch_revoked',
  'proposal_made',
  'proposal_closed',
  'proposal_withdrawn',
  'founding_added',
  'founding_removed',
  'person_invited',
  'person_invited_without_letter',
  'invitation_withdrawn',
  'invitation_declined',
  'person_joined',
  'person_left',
  'person_removed',
  'role_changed',
  'handover_done',
  'import_uploaded',
  'do_not_list_added',
  'do_not_list_removed',
] as const
export type AuditType = (typeof auditTypes)[number]

/** What a coordinator asks of the audit trail: about one organisation, or a day (the present one unless told). */
export const AuditQuery = z.strictObject({
  organisation: OrganisationId.optional(),
  day: z.iso.date().optional(),
  type: z.enum(auditTypes).optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

/** What is shown of an entry: an actor's mark is the same for all entries of one person, and says no more. */
export const ShownAuditEntry = z.strictObject({
  at: Moment,
  type: z.enum(auditTypes),
  actor: z.string().nullable(),
  organisation: NamedOrganisation.nullable(),
})
export type ShownAuditEntry = z.infer<typeof ShownAuditEntry>

/** Newest first. `isCut` says that there are more than are shown. */
export const AuditPage = z.strictObject({ entries: z.array(ShownAuditEntry), isCut: z.boolean() })
export type AuditPage = z.infer<typeof AuditPage>
