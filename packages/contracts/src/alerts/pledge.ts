import * as z from 'zod'
import { AlertId, NeedId, OrganisationId, PersonId, PledgeId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { line, paragraphs } from '../text.ts'
import { Need } from './alert.ts'

/** `offered → accepted → in_progress → delivered`, and `declined`, `lapsed` (nobody answered, or its day passed) and `withdrawn`. */
const pledgeStates = ['offered', 'accepted', 'in_progress', 'delivered', 'declined', 'lapsed', 'withdrawn'] as const
export const PledgeState = z.enum(pledgeStates)
export type PledgeState = z.infer<typeof PledgeState>

/** How long an offer waits for an answer. */
export const offerHours = 48

/** How somebody of the other side is reached: shown once both sides have said theirs. */
export const PledgeContact = line(200)

/** What is offered, of which need, by which day. */
const offer = {
  needId: NeedId,
  organisationId: OrganisationId,
  quantity: Need.shape.quantity,
  /** By which day it will be there; a promise that is not kept by then lapses. */
  day: z.iso.date(),
  note: paragraphs(1000),
}

/**
 * An organisation offers a part of what is needed. `id` is one that the page brought along: sent twice, it is one pledge. That the
 * notice of what helping may mean was read is asked of everybody.
 */
export const OfferPledge = z.strictObject({
  id: PledgeId.optional(),
  ...offer,
  note: offer.note.default(''),
  hasReadNotice: z
    .boolean()
    .default(false)
    .refine((hasRead) => hasRead, { params: { code: 'required' } }),
})
export type OfferPledge = z.infer<typeof OfferPledge>

/** A pledge as it is kept. `version` grows by one with every change. */
export const Pledge = z.strictObject({
  id: PledgeId,
  version: z.int().min(1),
  alertId: AlertId,
  ...offer,
  /** Who offered it; null once her account is gone. */
  pledgerId: PersonId.nullable(),
  state: PledgeState,
  steps: z
    .array(z.strictObject({ state: PledgeState, at: Moment }))
    .min(1)
    .max(10),
  /** What each side has said of how to reach it; null while it has not. */
  contacts: z.strictObject({ pledger: PledgeContact.nullable(), lead: PledgeContact.nullable() }),
})
export type Pledge = z.infer<typeof Pledge>

/** How much of a need is offered, promised and delivered, as it is kept, with how many pledges there have ever been. */
export const NeedTally = z.strictObject({
  version: z.int().min(0),
  offered: z.int().min(0),
  promised: z.int().min(0),
  delivered: z.int().min(0),
  pledges: z.int().min(0),
})
export type NeedTally = z.infer<typeof NeedTally>

/** Where a pledge goes next. */
export const MovePledge = z.strictObject({ to: PledgeState.exclude(['offered', 'lapsed']) })
export type MovePledge = z.infer<typeof MovePledge>

/** The answer to a change of a pledge. */
export const PledgeChanged = z.strictObject({ id: PledgeId, version: z.int().min(1), state: PledgeState })
export type PledgeChanged = z.infer<typeof PledgeChanged>
