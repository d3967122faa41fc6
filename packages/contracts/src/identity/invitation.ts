import * as z from 'zod'
import { InvitationId, OrganisationId } from '../ids.ts'
import { MailAddress } from '../mail-address.ts'
import { Moment } from '../moment.ts'
import { Role } from './viewer.ts'

/** How long an invitation can be accepted. */
export const invitationDays = 14
/** How many can be open at once in one organisation. */
export const mostInvitations = 50

/** An invitation as it is kept: under the fingerprint of the address, and under the organisation. */
export const Invitation = z.strictObject({
  id: InvitationId,
  organisationId: OrganisationId,
  role: Role,
  /** The address as it was typed, sealed. */
  mail: z.string().min(1),
  mailFingerprint: z.string().regex(/^[\w-]+$/),
  invitedAt: Moment,
  /** From this moment on it cannot be accepted and is not shown. */
  until: Moment,
  /** Whether it comes from the organisation's own application: who accepts it is its first steward. */
  isApplication: z.boolean(),
})
export type Invitation = z.infer<typeof Invitation>

/** Asking somebody into an organisation. */
export const NewInvitation = z.strictObject({ mail: MailAddress, role: Role })
export type NewInvitation = z.infer<typeof NewInvitation>

/** The answer, the same whoever the address belongs to. */
export const Invited = z.strictObject({ status: z.literal('invited') })
export type Invited = z.infer<typeof Invited>

/** The open invitations of an organisation, for its stewards, newest first. */
export const Invitations = z.strictObject({
  invitations: z.array(z.strictObject({ id: InvitationId, mail: z.string(), role: Role, invitedAt: Moment, until: Moment })),
})
export type Invitations = z.infer<typeof Invitations>
