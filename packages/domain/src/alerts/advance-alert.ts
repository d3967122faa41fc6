import { type Alert, lifeHours, reminderHours, restrictedMonths } from '@kunak/contracts/alerts'
import { monthsLater } from '../directory/index.ts'
import { type AlertChange, changed } from './alert-change.ts'

const hourMs = 3_600_000

/**
 * What time does to an alert next: it ends without the word of a second organisation, or when its life is over; its own people are
 * reminded of that; a step of the ladder is taken where too few said that they can help; what only its audience read is forgotten. Null
 * when nothing is due. However late it is asked, it answers one change at a time, in the order in which they were due.
 */
export function advanceAlert(before: Alert, { now, canHelp }: { readonly now: Date; readonly canHelp: number }): AlertChange | null {
  const [first] = duties(before, canHelp).sort((one, other) => (one.at < other.at ? -1 : 1))
  return first && first.at <= now.toISOString() ? first.change(now.toISOString()) : null
}

/** When time next does something to an alert, or null when never; a step of the ladder counts as if nobody had answered. */
export function nextDueOf(alert: Alert): string | null {
  const [first] = duties(alert, 0)
    .map(({ at }) => at)
    .sort()
  return first ?? null
}

interface Duty {
  readonly at: string
  readonly change: (now: string) => AlertChange
}

function duties(alert: Alert, canHelp: number): Duty[] {
  switch (alert.state) {
    case 'draft':
      return []
    case 'submitted':
      return alert.submittedAt === null ? [] : [expires(alert, after(alert.submittedAt, lifeHours), 'nobody_verified')]
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
    at: after(until, -reminderHours),
    change: (now) => changed(alert, { remindedAt: now }, { type: 'alert_reminded', data: {} }),
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
  const waits = step.to === 'network' && verified === null
  if (waits && isTold('coordinators')) return []
  const to = waits ? 'coordinators' : step.to
  const taken = waits ? stepsTaken : stepsTaken + 1
  const isNeeded = canHelp < step.atLeast && !isTold(to)
  return [
    {
      at: after(activeAt, step.afterMinutes / 60),
      change: (at) =>
        isNeeded
          ? changed(alert, { stepsTaken: taken, widenedTo: [...widenedTo, { to, at }] }, { type: 'alert_widened', data: { to } })
          : changed(alert, { stepsTaken: stepsTaken + 1 }, { type: 'alert_widened', data: { to: 'nobody' } }),
    },
  ]
}

function expires(alert: Alert, at: string, why: 'over' | 'nobody_verified'): Duty {
  const change = (now: string) => {
    const closed = { at: now, outcome: null, note: '' }
    return changed(alert, { state: 'expired', closed }, { type: 'alert_expired', data: { why } })
  }
  return { at, change }
}

function forgetting(alert: Alert): Duty[] {
  if (alert.closed === null || alert.forgottenAt !== null) return []
  return [
    {
      at: monthsLater(new Date(alert.closed.at), restrictedMonths).toISOString(),
      change: (now) => changed(forgotten(alert), { forgottenAt: now }, { type: 'alert_forgotten', data: {} }),
    },
  ]
}

/** An alert without what only its audience read, and without who wrote it. */
function forgotten(alert: Alert): Alert {
  const { content, closed, updates, extensions, verified } = alert
  const restricted = { who: '', known: '', notKnown: '', cautions: '', authorities: '', courtPlace: '' }
  return {
    ...alert,
    raiserId: null,
    verified: verified && { ...verified, personId: null },
    content: { ...content, restricted, needs: [], ...(!content.isPublic && { headline: {}, summary: {} }) },
    closed: closed && { ...closed, note: '' },
    updates: updates.map((update) => ({ ...update, text: '' })),
    extensions: extensions.map((extension) => ({ ...extension, reason: '' })),
  }
}

const after = (moment: string, hours: number) => new Date(Date.parse(moment) + hours * hourMs).toISOString()
