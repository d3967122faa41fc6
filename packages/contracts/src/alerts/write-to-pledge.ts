import * as z from 'zod'
import { MessageId, PersonId, PledgeId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { paragraphs } from '../text.ts'
import { PledgeContact } from './pledge.ts'

/** The two sides of a pledge: those who offered it, and those who lead the alert. */
const pledgeSides = ['pledger', 'lead'] as const
export const PledgeSide = z.enum(pledgeSides)
export type PledgeSide = z.infer<typeof PledgeSide>

/** A word to the other side of a pledge. `id` is one that the page brought along: sent twice, it is said once. */
export const WriteToPledge = z.strictObject({ id: MessageId.optional(), text: paragraphs(2000).pipe(z.string().min(1)) })
export type WriteToPledge = z.infer<typeof WriteToPledge>

/** A message as it is kept. */
export const PledgeMessage = z.strictObject({
  id: MessageId,
  pledgeId: PledgeId,
  from: PledgeSide,
  /** Who wrote it; null once her account is gone. */
  writerId: PersonId.nullable(),
  at: Moment,
  text: z.string(),
})
export type PledgeMessage = z.infer<typeof PledgeMessage>

export const MessageWritten = z.strictObject({ id: MessageId })
export type MessageWritten = z.infer<typeof MessageWritten>

/** How a side can be reached: shown to the other once both have said theirs. Null takes it back. */
export const ShareContact = z.strictObject({ contact: PledgeContact.pipe(z.string().min(1)).nullable() })
export type ShareContact = z.infer<typeof ShareContact>
