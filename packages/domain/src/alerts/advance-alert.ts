import { type Alert, draftDays, lifeHours, reminderHours, restrictedMonths } from '@kunak/contracts/alerts'
import { monthsLater } from '../directory/index.ts'
import { type AlertChange, changed } from './alert-change.ts'
import { hoursAfter } from './hours-after.ts'
import { withoutRestricted } from './without-texts.ts'

/**
 * What time does to an alert next: it ends without the word of a second organisation, or when its life is over; its own people are
 * reminded of that; a step of the ladder is taken where too few said that they can help; what only its audience read is forgotten. Null
 * when nothing is due. However late it is asked, it answers one change at a time, in the order in which they were due, except that what
 * is over goes to nobody new; and an alert ends at the moment at which it was due to, not when somebody came to look.
 */
export function advanceAlert(
  before: Alert,
  { now, canHelp }: { readonly now: Date; readonly canHelp: number },
): AlertChange | null {
  const due = dueBy(duties(before, canHelp), now)
  const first = due.find(({ settles }) => settles) ?? due[0]
  return first ? first.change(now.toISOString()) : null
}

/** The alert as it is at a moment, though nobody may have come to write that down yet: what is over is over, what is forgotten is gone. */
export function alertAsOf(alert: Alert, now: Date): Alert {
  const [first] = dueBy(duties(alert, 0), now).filter(({ settles }) => settles)
  return first ? { ...alertAsOf(first.change(now.toISOString()).after, now), version: alert.version } : alert
}

/** When time next does something to an alert, or null when never; a step of the ladder counts as if nobody had answered. */
export function nextDueOf(alert: Alert): string | null {
  if (alert.state === 'draft') return endOfDraft(alert)
  const [first] = duties(alert, 0).sort(byTime)
  return first?.at ?? null
}

/** Whether a draft has lain untouched for so long that it is thrown away. */
export function isDraftOver(alert: Alert, now: Date): boolean {
  return alert.state === 'draft' && endOfDraft(alert) <= now.toISOString()
}

const endOfDraft = ({ draftedAt }: Alert) => hoursAfter(draftedAt, draftDays * 24)

interface Duty {
  readonly at: string
  readonly change: (now: string) => AlertChange
  /** Whether it holds from its moment on, whoever looks when; such a change depends on nothing but the alert. */
  readonly settles: boolean
}

const byTime = (one: Duty, other: Duty) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
const dueBy = (all: readonly Duty[], now: Date) => all.filter(({ at }) => at <= now.toISOString()).sort(byTime)

function duties(alert: Alert, canHelp: number): Duty[] {
  switch (alert.state) {
    case 'draft':
      return []
    case 'submitted':
      return alert.submittedAt === null ? [] : [expires(alert, hoursAfter(alert.submittedAt, lifeHours), 'nobody_verified')]
    case 'active':
      return activeDuties(alert, canHelp)
    default:
      return forgetting(alert)
  }
}

function activeDuties(alert: Alert, canHelp: number): Duty[] {
  const { until, unverifiedUntil, verified, remindedAt } = alert
  if (until === null) return []
  const reminder: Duty = {
    at: hoursAfter(until, -reminderHours),
    change: (now) => changed(alert, { remindedAt: now }, { type: 'alert_reminded', data: {} }),
    settles: false,
  }
  return [
    expires(alert, until, 'over'),
    ...(remindedAt === null ? [reminder] : []),
    ...(unverifiedUntil !== null && verified === null ? [expires(alert, unverifiedUntil, 'nobody_verified')] : []),
    ...ladderDuty(alert, canHelp),
  ]
}

/** The next step of the ladder. To the network nobody comes on one organisation's word: until a second one has given it, coordinators are asked. */
function ladderDuty(alert: Alert, canHelp: number): Duty[] {
  const { content, stepsTaken, activeAt, verified, widenedTo } = alert
  const step = content.ladder[stepsTaken]
  if (!step || activeAt === null) return []
  const isTold = (to: string) => widenedTo.some((one) => one.to === to)
  const waits = step.to === 'network' && content.audience !== 'network' && verified === null
  if (waits && isTold('coordinators')) return []
  const to = waits ? 'coordinators' : step.to
  const taken = waits ? stepsTaken : stepsTaken + 1
  const isNeeded = canHelp < step.atLeast && !isTold(to)
  return [
    {
      at: hoursAfter(activeAt, step.afterMinutes / 60),
      change: (at) =>
        isNeeded
          ? changed(alert, { stepsTaken: taken, widenedTo: [...widenedTo, { to, at }] }, { type: 'alert_widened', data: { to } })
          : changed(alert, { stepsTaken: stepsTaken + 1 }, { type: 'alert_widened', data: { to: 'nobody' } }),
      settles: false,
    },
  ]
}

function expires(alert: Alert, at: string, why: 'over' | 'nobody_verified'): Duty {
  const closed = { at, outcome: null, note: '' }
  const change = () => changed(alert, { state: 'expired', closed }, { type: 'alert_expired', data: { why } })
  return { at, change, settles: true }
}

function forgetting(alert: Alert): Duty[] {
  if (alert.closed === null || alert.forgottenAt !== null) return []
  const at = monthsLater(new Date(alert.closed.at), restrictedMonths).toISOString()
  const change = () => changed(withoutRestricted(alert, at), {}, { type: 'alert_forgotten', data: {} })
  return [{ at, change, settles: true }]
}
