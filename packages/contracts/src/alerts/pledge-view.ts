import * as z from 'zod'
import { AlertId, MessageId, NeedId, OrganisationId, PledgeId } from '../ids.ts'
import { Moment } from '../moment.ts'
import { NamedOrganisation } from '../named-organisation.ts'
import { AlertState, Need, OutcomeCode } from './alert.ts'
import { AnswerCode, AnswerCounts } from './answer-alert.ts'
import { MovePledge, PledgeState } from './pledge.ts'
import { PledgeSide } from './write-to-pledge.ts'

/** A need with what has become of it: `delivered + promised + offered + unmet` is its quantity. */
export const NeedStanding = Need.extend({
  delivered: z.int().min(0),
  promised: z.int().min(0),
  offered: z.int().min(0),
  unmet: z.int().min(0),
})
export type NeedStanding = z.infer<typeof NeedStanding>

/** A pledge in a list. */
export const PledgeLine = z.strictObject({
  id: PledgeId,
  needId: NeedId,
  quantity: z.int(),
  day: z.iso.date(),
  state: PledgeState,
  /** Null where the reader may not know of that organisation, or no longer. */
  organisation: NamedOrganisation.nullable(),
  isOurs: z.boolean(),
})
export type PledgeLine = z.infer<typeof PledgeLine>

/** How those who read an alert have taken it up: what was answered, what is still unmet, and the pledges that this reader may see. */
export const AlertHelp = z.strictObject({
  id: AlertId,
  answers: AnswerCounts,
  mine: z.strictObject({ answer: AnswerCode, organisationId: OrganisationId.nullable(), at: Moment }).nullable(),
  /** When the reader wants to be reminded. */
  remindAt: Moment.nullable(),
  needs: z.array(NeedStanding),
  pledges: z.array(PledgeLine),
  may: z.strictObject({
    answer: z.boolean(),
    pledge: z.boolean(),
    /** Add needs, say how much is needed, answer offers. */
    lead: z.boolean(),
    seeRollCall: z.boolean(),
  }),
})
export type AlertHelp = z.infer<typeof AlertHelp>

/** One pledge, for its two sides and for coordinators who read the alert. */
export const PledgeView = PledgeLine.extend({
  alert: z.strictObject({
    id: AlertId,
    state: AlertState,
    isExercise: z.boolean(),
    closed: z.strictObject({ at: Moment, outcome: OutcomeCode.nullable() }).nullable(),
  }),
  need: Need.nullable(),
  note: z.string(),
  steps: z.array(z.strictObject({ state: PledgeState, at: Moment })),
  /** When it lapses unless something happens; null where nothing is waited for. */
  lapsesAt: Moment.nullable(),
  /** On which side the reader is; null where she only reads. */
  side: PledgeSide.nullable(),
  /** What is said between the two sides; null for who is on neither. */
  messages: z.array(z.strictObject({ id: MessageId, from: PledgeSide, at: Moment, text: z.string() })).nullable(),
  contacts: z
    .strictObject({
      ours: z.string().nullable(),
      /** Null until both sides have said theirs. */
      theirs: z.string().nullable(),
      haveTheySaid: z.boolean(),
    })
    .nullable(),
  may: z.strictObject({ move: z.array(MovePledge.shape.to), write: z.boolean() }),
})
export type PledgeView = z.infer<typeof PledgeView>
