import type { NeedId } from '@kunak/contracts'
import type { Alert, AlertAnswer, AlertHelp, AlertView, AnswerCounts, NeedTally, Pledge } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import type { AlertContext } from '../named-for.ts'
import { seesAllPledges } from './pledge-sides.ts'
import { emptyTally, unmetOf } from './tally.ts'
import { viewPledgeLine } from './view-pledge.ts'

/** What has come of an alert, as it is kept. */
export interface HelpKept {
  readonly counts: AnswerCounts
  readonly mine: AlertAnswer | null
  readonly remindAt: string | null
  readonly tallies: ReadonlyMap<NeedId, NeedTally>
  readonly pledges: readonly Pledge[]
}

/**
 * How an alert was taken up, for who reads the whole of it: counts for everybody, who pledged for those who lead it and coordinators who
 * read it, and to everybody her own organisations' pledges. Null when for this reader the whole does not exist.
 */
export function viewHelp(
  viewer: Viewer,
  alert: Alert,
  { view, kept, context }: { readonly view: AlertView | null; readonly kept: HelpKept; readonly context: AlertContext },
): AlertHelp | null {
  if (view?.part !== 'whole') return null
  const { counts, mine, remindAt, tallies, pledges } = kept
  return {
    id: alert.id,
    answers: counts,
    mine: mine && { answer: mine.answer, organisationId: mine.organisationId, at: mine.at },
    remindAt: alert.state === 'active' ? remindAt : null,
    needs: view.needs.map((need) => {
      const tally = tallies.get(need.id) ?? emptyTally
      const { delivered, promised, offered } = tally
      return { ...need, delivered, promised, offered, unmet: unmetOf(need, tally) }
    }),
    pledges: pledges.flatMap((pledge) => viewPledgeLine(viewer, pledge, { ...context, alert }) ?? []),
    may: {
      answer: view.may.answer,
      pledge: view.may.pledge,
      lead: view.may.lead && view.state === 'active',
      seeRollCall: seesAllPledges(viewer, alert),
    },
  }
}
