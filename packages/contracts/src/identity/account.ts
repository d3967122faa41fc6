import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'
import { Standing } from '../directory/index.ts'
import { AlertId, CheckInId, InvitationId, OrganisationId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { TextShown } from '../named-organisation.ts'
import { line } from '../text.ts'
import { Role } from './viewer.ts'

/** A person's own account, as she sees it. */
export const Account = z.strictObject({
  mail: z.string(),
  /** Whether her address lies with a provider that is bound to tell the authorities of its country what it carries. */
  isLocalMail: z.boolean(),
  name: z.string().nullable(),
  locale: z.enum(uiLocales),
  wantsLetters: z.boolean(),
  undeliverable: z.enum(['bounced', 'complained']).nullable(),
  createdAt: Moment,
  isCoordinator: z.boolean(),
  memberships: z.array(
    z.strictObject({
      organisationId: OrganisationId,
      names: TextShown,
      role: Role,
      standing: Standing,
      /** Whether the organisation would be left without a steward if she left. */
      isLastSteward: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.strictObject({
      id: InvitationId,
      organisationId: OrganisationId,
      names: TextShown,
      role: Role,
      until: Moment,
      isApplication: z.boolean(),
      /** Whether she belongs to it already, so that there is nothing to accept. */
      isOwn: z.boolean(),
    }),
  ),
})
export type Account = z.infer<typeof Account>

/** What she may change of it herself. An empty name takes it back. */
export const AccountPreferences = z.strictObject({
  name: line(80),
  locale: z.enum(uiLocales),
  wantsLetters: z.boolean(),
})
export type AccountPreferences = z.infer<typeof AccountPreferences>

/** The answer to a change of an account. */
export const AccountChanged = z.strictObject({ status: z.literal('done') })
export type AccountChanged = z.infer<typeof AccountChanged>

/** Everything that is kept about a person, for her to carry away. */
export const AccountExport = z.strictObject({
  exportedAt: Moment,
  account: z.looseObject({ id: z.string(), mail: z.string() }),
  organisations: z.array(z.looseObject({ organisationId: OrganisationId, role: Role })),
  invitations: z.array(z.looseObject({ organisationId: OrganisationId, role: Role })),
  sessions: z.array(z.looseObject({ startedAt: Moment })),
  checkIns: z.array(z.looseObject({ id: CheckInId })),
  feedsSince: Moment.nullable(),
  /** What she has answered, pledged and written below alerts. */
  helped: z.array(z.looseObject({ alertId: AlertId })),
  /** Of what she is told and how; the browsers that show her notes; and what she was told of by name. */
  subscription: z.looseObject({ digestHour: z.int(), timeZone: z.string() }),
  browsers: z.array(z.looseObject({ endpoint: z.string(), since: Moment })),
  notices: z.array(z.looseObject({ at: Moment, type: z.string() })),
  events: z.array(z.looseObject({ type: z.string(), at: Moment })),
})
export type AccountExport = z.infer<typeof AccountExport>
