import type { Need, NeedTally, PledgeState } from '@kunak/contracts/alerts'

/** What nobody has touched yet. */
export const emptyTally: NeedTally = { version: 0, offered: 0, promised: 0, delivered: 0, pledges: 0 }

/** Where a pledge in each state counts. */
const countsAs: Readonly<Record<PledgeState, 'offered' | 'promised' | 'delivered' | null>> = {
  offered: 'offered',
  accepted: 'promised',
  in_progress: 'promised',
  delivered: 'delivered',
  declined: null,
  lapsed: null,
  withdrawn: null,
}

/** How much of a need somebody has offered, promised or brought. An offer reserves, so that nobody is asked for what another has. */
export function takenOf({ offered, promised, delivered }: Omit<NeedTally, 'version' | 'pledges'>): number {
  return offered + promised + delivered
}

/** How much of a need nobody has taken on. */
export function unmetOf({ quantity }: Pick<Need, 'quantity'>, tally: NeedTally): number {
  return Math.max(0, quantity - takenOf(tally))
}

/** The tally after a pledge has gone from one state to another; from null when it is new. */
export function movedTally(
  tally: NeedTally,
  { from, to, quantity }: { readonly from: PledgeState | null; readonly to: PledgeState; readonly quantity: number },
): NeedTally {
  const [left, entered] = [from && countsAs[from], countsAs[to]]
  const counted = { offered: tally.offered, promised: tally.promised, delivered: tally.delivered }
  if (left) counted[left] -= quantity
  if (entered) counted[entered] += quantity
  return { ...counted, version: tally.version + 1, pledges: tally.pledges + (from === null ? 1 : 0) }
}

/** Whether a move leaves a tally as it is. */
export const countsAlike = (from: PledgeState, to: PledgeState): boolean => countsAs[from] === countsAs[to]
