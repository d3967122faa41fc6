import type { Alert, AlertView, Pledge, PledgeLine, PledgeMessage, PledgeView } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn } from '../../identity/index.ts'
import { type AlertContext, namedFor } from '../named-for.ts'
import { lapsesAt, movesOf, pledgeAsOf } from './move-pledge.ts'
import { readsPledge, sidesOf } from './pledge-sides.ts'

/** What a pledge is shown with in a list: the alert that it was made to, and the organisations that pledged. */
export interface LineContext extends AlertContext {
  readonly alert: Alert
}

/**
 * A pledge as a reader sees it in a list, or null when for her it does not exist. An organisation that is frozen, or that she may not
 * know of, is not named.
 */
export function viewPledgeLine(viewer: Viewer, stored: Pledge, context: LineContext): PledgeLine | null {
  const { alert } = context
  if (alert.forgottenAt !== null || !readsPledge(viewer, alert, stored)) return null
  const { id, needId, quantity, day, state, organisationId } = pledgeAsOf(stored, context.now)
  return {
    id,
    needId,
    quantity,
    day,
    state,
    organisation: namedFor(viewer, organisationId, context),
    isOurs: isOwn(viewer, organisationId),
  }
}

/** What a pledge is shown with: the alert as this reader sees it (null where she no longer does), and what was said so far. */
export interface PledgeContext extends LineContext {
  readonly view: AlertView | null
  readonly messages: readonly PledgeMessage[]
}

/**
 * A whole pledge: for its two sides with what is said between them, for coordinators who read the alert without; null when for this
 * reader it does not exist. Contacts are shown once both sides have said theirs. What a frozen organisation wrote is hidden with its name.
 */
export function viewPledge(viewer: Viewer, stored: Pledge, context: PledgeContext): PledgeView | null {
  const { alert } = context
  const pledge = pledgeAsOf(stored, context.now)
  const line = viewPledgeLine(viewer, pledge, context)
  if (line === null) return null
  const [side] = sidesOf(viewer, alert, pledge)
  const isHidden = isGone(context.organisations.get(pledge.organisationId))
  const isShown = (from: PledgeMessage['from']) => from === 'lead' || !isHidden
  const needs = context.view?.part === 'whole' ? context.view.needs : []
  return {
    ...line,
    alert: {
      id: alert.id,
      state: alert.state,
      isExercise: alert.isExercise,
      closed: alert.closed && { at: alert.closed.at, outcome: alert.closed.outcome },
    },
    need: needs.find(({ id }) => id === pledge.needId) ?? null,
    note: isHidden ? '' : pledge.note,
    steps: pledge.steps,
    lapsesAt: lapsesAt(pledge),
    side: side ?? null,
    messages: side
      ? context.messages.filter(({ from }) => isShown(from)).map(({ id, from, at, text }) => ({ id, from, at, text }))
      : null,
    contacts: side ? contactsFor(side, pledge, isHidden) : null,
    may: { move: movesOf(viewer, alert, pledge), write: side !== undefined },
  }
}

function contactsFor(side: 'pledger' | 'lead', { contacts }: Pledge, isHidden: boolean): PledgeView['contacts'] {
  const other = side === 'lead' ? 'pledger' : 'lead'
  const [ours, theirs] = [contacts[side], isHidden && other === 'pledger' ? null : contacts[other]]
  return { ours, theirs: ours === null ? null : theirs, haveTheySaid: theirs !== null }
}

const isGone = (organisation: Organisation | undefined) =>
  organisation === undefined || organisation.standing === 'frozen' || organisation.standing === 'left'
