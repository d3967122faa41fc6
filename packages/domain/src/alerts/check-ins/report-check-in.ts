import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import { type CheckIn, reportHours } from '@kunak/contracts/alerts'
import { nextDate } from './dates-of.ts'
import { raisesAt } from './phase-of.ts'

/**
 * She reports: every date counts as kept that has passed or comes within the next hours, so that a second click changes nothing, nor one
 * that comes before a report is expected. With the last date behind it the check-in ends. As long as the alert has not gone out, a
 * report counts, however late it is; then it refuses with `check_in_raised`.
 */
export function reportCheckIn(before: CheckIn, now: Date): Result<CheckIn | null, Refusal> {
  if (before.state === 'raised') return refuse({ code: 'check_in_raised' })
  const until = new Date(now.getTime() + reportHours * 3_600_000)
  if (before.dueAt === null || before.dueAt > until.toISOString()) return ok(null)
  const dueAt = nextDate(before.plan.schedule, until)
  const at = now.toISOString()
  const kept = { ...before, version: before.version + 1, dueAt, missedAt: null, reportedAt: at }
  return ok(dueAt === null ? { ...kept, state: 'ended', ended: { at, why: 'over' } } : kept)
}

/**
 * What time does to a check-in now: once a date has passed she is reminded, once the grace is over too the alert goes out. Whoever comes
 * late, or after several dates, raises it once and at once. Null when nothing is due.
 */
export function advanceCheckIn(before: CheckIn, now: Date): 'remind' | 'raise' | null {
  const { state, dueAt, missedAt, plan } = before
  const at = now.toISOString()
  if (state !== 'running' || dueAt === null || dueAt > at) return null
  if (raisesAt(dueAt, plan) <= at) return 'raise'
  return missedAt === null ? 'remind' : null
}

/** The check-in once she has been reminded. */
export function reminded(before: CheckIn, now: Date): CheckIn {
  return { ...before, version: before.version + 1, missedAt: now.toISOString() }
}

/** The check-in once its alert is out; `alertId` is null where she practised alone. */
export function raised(before: CheckIn, raised: NonNullable<CheckIn['raised']>): CheckIn {
  return { ...before, version: before.version + 1, state: 'raised', dueAt: null, raised }
}

/** The check-in once she has given a code; null where it has ended already. Which code it was changes nothing that she can see. */
export function cancelCheckIn(before: CheckIn, now: Date): CheckIn | null {
  if (before.state === 'ended') return null
  const ended = { at: now.toISOString(), why: 'cancelled' as const }
  return { ...before, version: before.version + 1, state: 'ended', dueAt: null, ended }
}
