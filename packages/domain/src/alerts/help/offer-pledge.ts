import { ok, type PledgeId, type Refusal, refuse, type RefusedField, type Result } from '@kunak/contracts'
import type { Alert, NeedTally, OfferPledge, Pledge } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../../identity/index.ts'
import { hoursAfter } from '../hours-after.ts'
import { readsAlert } from '../reads-alert.ts'
import { movedTally, unmetOf } from './tally.ts'

/** A pledge with what it changes: its own next state, and the tally of its need. */
export interface PledgeChange {
  readonly pledge: Pledge
  /** Null where it counts as before. */
  readonly tally: NeedTally | null
  readonly event: { readonly type: PledgeEventType; readonly data: Readonly<Record<string, string>> }
}
export type PledgeEventType =
  | 'pledge_offered'
  | 'pledge_accepted'
  | 'pledge_declined'
  | 'pledge_started'
  | 'pledge_delivered'
  | 'pledge_lapsed'
  | 'pledge_withdrawn'

type Said = Omit<OfferPledge, 'id' | 'hasReadNotice'> & { readonly id: PledgeId }

const mostPledges = 200
const latestDays = 365

/**
 * An organisation that the alert is not about offers a part of what is unmet: nobody else is asked for that part from now on. Refuses
 * who does not read the alert (`not_found`), those who raised it or whom it concerns (`needs_another_party`), what has ended
 * (`alert_closed`), and by field what is more than is left.
 */
export function offerPledge(
  viewer: Viewer,
  alert: Alert,
  offer: {
    readonly organisation: Pick<Organisation, 'id' | 'standing'>
    readonly tally: NeedTally
    readonly said: Said
    readonly now: Date
  },
): Result<PledgeChange, Refusal> {
  const { organisation, tally, said, now } = offer
  const may = mayOffer(viewer, alert, organisation)
  if (!may.ok) return may
  const need = alert.content.needs.find(({ id }) => id === said.needId)
  if (!need) return refuse({ code: 'invalid', fields: [{ field: '/needId', code: 'not_one_of' }] })
  const left = unmetOf(need, tally)
  const fields: RefusedField[] = [
    ...(said.quantity > left ? [{ field: '/quantity', code: 'more_than_unmet', n: left } as const] : []),
    ...dayProblems(said.day, now),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  if (tally.pledges >= mostPledges) return refuse({ code: 'alert_full' })
  return ok({
    pledge: {
      ...said,
      version: 1,
      alertId: alert.id,
      pledgerId: viewer.personId,
      state: 'offered',
      steps: [{ state: 'offered', at: now.toISOString() }],
      contacts: { pledger: null, lead: null },
    },
    tally: movedTally(tally, { from: null, to: 'offered', quantity: said.quantity }),
    event: { type: 'pledge_offered', data: { pledgeId: said.id, by: 'pledger' } },
  })
}

/** Somebody offers under an id that is taken. Where it is her own offer, she has clicked twice: it stays as it is. */
export function offerAgain(
  viewer: Viewer,
  alert: Alert,
  { before, said }: { readonly before: Pledge; readonly said: Said },
): Result<Pledge, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  const isHers = viewer.personId !== null && viewer.personId === before.pledgerId
  const isSame = isHers && before.organisationId === said.organisationId && before.needId === said.needId
  return isSame ? ok(before) : refuse({ code: 'invalid', fields: [{ field: '/id', code: 'said_twice' }] })
}

function mayOffer(
  viewer: Viewer,
  alert: Alert,
  { id, standing }: Pick<Organisation, 'id' | 'standing'>,
): Result<undefined, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  if (!isOwn(viewer, id)) return refuseStranger(viewer)
  if (id === alert.raisedBy || id === alert.content.concerns) return refuse({ code: 'needs_another_party' })
  if (standing !== 'vetted') return refuse({ code: 'only_vetted' })
  return alert.state === 'active' ? ok(undefined) : refuse({ code: 'alert_closed' })
}

/** A day is over when it is over everywhere on earth, the last time twelve hours behind UTC. */
export const endOfDay = (day: string): string => hoursAfter(day, 36)

function dayProblems(day: string, now: Date): RefusedField[] {
  if (endOfDay(day) <= now.toISOString()) return [{ field: '/day', code: 'in_the_past' }]
  return Date.parse(day) > now.getTime() + latestDays * 86_400_000 ? [{ field: '/day', code: 'too_far' }] : []
}
