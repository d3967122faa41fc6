import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'
import { OrganisationId } from '../ids.ts'
import { MailAddress } from '../mail-address.ts'
import { Moment } from '../moment.ts'
import { TextShown } from '../named-organisation.ts'
import { paragraphs } from '../text.ts'
import { CountryCode, LanguageCode, Names, RepublicCode, Website } from './organisation.ts'

/** After so long an application goes that nobody has signed in for. */
export const applicationDays = 30

/** What an organisation says of itself when it asks to join. */
export const NewApplication = z.strictObject({
  names: Names,
  worksIn: z.array(RepublicCode).min(1).max(20),
  languages: z.array(LanguageCode).max(30),
  country: CountryCode,
  website: Website,
  /** How it knows members of the network. */
  knows: paragraphs(2000).pipe(z.string().min(1)),
  /** The address of who will be its first steward. */
  mail: MailAddress,
  locale: z.enum(uiLocales),
})
export type NewApplication = z.infer<typeof NewApplication>

/** The answer, the same whatever becomes of it. */
export const Applied = z.strictObject({ status: z.literal('received') })
export type Applied = z.infer<typeof Applied>

/** What is kept of an application besides the organisation itself. */
export const Application = z.strictObject({
  organisationId: OrganisationId,
  appliedAt: Moment,
  country: CountryCode,
  /** How it knows members of the network, sealed: that is the graph of who stands by whom. */
  knows: z.string().min(1),
  locale: z.enum(uiLocales),
  /** When its first steward accepted; null while nobody has. */
  claimedAt: Moment.nullable(),
})
export type Application = z.infer<typeof Application>

/** An application as the organisation's own people and coordinators read it. */
export const ApplicationView = z.strictObject({
  appliedAt: Moment,
  country: z.string(),
  knows: z.string(),
  locale: z.enum(uiLocales),
  claimedAt: Moment.nullable(),
  /** For coordinators only: whether the register of those who asked not to be listed has it, and whose names resemble its own. */
  isOnDoNotList: z.boolean().optional(),
  resembles: z.array(z.strictObject({ id: OrganisationId, similarity: z.number(), names: TextShown })).optional(),
})
export type ApplicationView = z.infer<typeof ApplicationView>
