import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import {
  type Alert,
  type MovePledge,
  type NeedTally,
  offerHours,
  type Pledge,
  type PledgeSide,
  type PledgeState,
} from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { hoursAfter } from '../hours-after.ts'
import { endOfDay, type PledgeChange, type PledgeEventType } from './offer-pledge.ts'
import { readsPledge, sidesOf } from './pledge-sides.ts'
import { countsAlike, movedTally } from './tally.ts'

type Move = MovePledge['to']

/** Who may move a pledge from where to where. That it is on its way, and that it has come, either side may say. */
const moves: Readonly<Partial<Record<PledgeState, Readonly<Partial<Record<Move, readonly PledgeSide[]>>>>>> = {
  offered: { accepted: ['lead'], declined: ['lead'], withdrawn: ['pledger'] },
  accepted: { in_progress: ['pledger', 'lead'], withdrawn: ['pledger'] },
  in_progress: { delivered: ['pledger', 'lead'], withdrawn: ['pledger'] },
}

const eventOf: Readonly<Record<Move | 'lapsed', PledgeEventType>> = {
  accepted: 'pledge_accepted',
  declined: 'pledge_declined',
  in_progress: 'pledge_started',
  delivered: 'pledge_delivered',
  withdrawn: 'pledge_withdrawn',
  lapsed: 'pledge_lapsed',
}

/** Where somebody may move a pledge now. Once the alert has ended nothing more is promised; what was promised may still be kept. */
export function movesOf(viewer: Viewer, alert: Alert, pledge: Pledge): Move[] {
  const sides = sidesOf(viewer, alert, pledge)
  const from = Object.entries(moves[pledge.state] ?? {}) as [Move, readonly PledgeSide[]][]
  return from
    .filter(([to, who]) => who.some((side) => sides.includes(side)) && (to !== 'accepted' || alert.state === 'active'))
    .map(([to]) => to)
}

/**
 * Moves a pledge on. Null where it stands there already. Refuses who may not know of it (`not_found`), who may not move it so
 * (`not_yours`), a promise once the alert has ended (`alert_closed`), and a way that does not lead from here (`not_now`).
 */
export function movePledge(
  viewer: Viewer,
  alert: Alert,
  asked: { readonly before: Pledge; readonly tally: NeedTally; readonly to: Move; readonly now: Date },
): Result<PledgeChange | null, Refusal> {
  const { tally, to, now } = asked
  const before = pledgeAsOf(asked.before, now)
  if (!readsPledge(viewer, alert, before)) return refuse({ code: 'not_found' })
  const sides = sidesOf(viewer, alert, before)
  const by = sides.find((side) => Object.values(moves).some((from) => from[to]?.includes(side)))
  if (!by) return refuse({ code: 'not_yours' })
  if (before.state === to) return ok(null)
  if (moves[before.state]?.[to] === undefined) return refuse({ code: 'not_now' })
  if (!movesOf(viewer, alert, before).includes(to)) return refuse({ code: 'alert_closed' })
  return ok(moved({ before, tally, to, at: now.toISOString() }, { by }))
}

/** A pledge whose time is over lapses, and what it held is unmet again; null where its time is not over. */
export function lapsePledge(before: Pledge, tally: NeedTally, now: Date): PledgeChange | null {
  const at = lapsesAt(before)
  if (at === null || at > now.toISOString()) return null
  const why = before.state === 'offered' ? 'unanswered' : 'not_kept'
  return moved({ before, tally, to: 'lapsed', at }, { why })
}

/** When a pledge lapses unless something happens: an offer after 48 hours, a promise after its day; null where nothing is waited for. */
export function lapsesAt({ state, steps, day }: Pledge): string | null {
  const [offered] = steps
  const dayEnds = endOfDay(day)
  if (state === 'accepted' || state === 'in_progress') return dayEnds
  if (state !== 'offered' || !offered) return null
  const unanswered = hoursAfter(offered.at, offerHours)
  return unanswered < dayEnds ? unanswered : dayEnds
}

/** A pledge as it is at a moment, though nobody may have come to write down that it has lapsed. */
export function pledgeAsOf(pledge: Pledge, now: Date): Pledge {
  const at = lapsesAt(pledge)
  if (at === null || at > now.toISOString()) return pledge
  return { ...pledge, state: 'lapsed', steps: [...pledge.steps, { state: 'lapsed', at }] }
}

function moved(
  { before, tally, to, at }: { before: Pledge; tally: NeedTally; to: Move | 'lapsed'; at: string },
  data: Readonly<Record<string, string>>,
): PledgeChange {
  const { quantity, state: from } = before
  return {
    pledge: { ...before, version: before.version + 1, state: to, steps: [...before.steps, { state: to, at }] },
    tally: countsAlike(from, to) ? null : movedTally(tally, { from, to, quantity }),
    event: { type: eventOf[to], data: { pledgeId: before.id, ...data } },
  }
}
