import { type CheckIn, type CheckInPhase, type CheckInView, reportHours } from '@kunak/contracts/alerts'
import { hoursAfter } from '../hours-after.ts'

/** Where a check-in stands at a moment. */
export function phaseOf({ state, dueAt }: Pick<CheckIn, 'state' | 'dueAt'>, now: Date): CheckInPhase {
  if (state !== 'running' || dueAt === null) return state === 'raised' ? 'raised' : 'ended'
  const at = now.toISOString()
  if (at >= dueAt) return 'grace'
  return at >= opensAt(dueAt) ? 'due' : 'waiting'
}

/** From when on a report counts for a date. */
const opensAt = (dueAt: string): string => hoursAfter(dueAt, -reportHours)

/** When the alert goes out if no report comes for a date. */
export const raisesAt = (dueAt: string, { graceMinutes }: Pick<CheckIn['plan'], 'graceMinutes'>): string =>
  hoursAfter(dueAt, graceMinutes / 60)

/** When time next does something to a check-in: its owner is reminded at the date, and others are told after the grace; null when never. */
export function nextDueOfCheckIn({ dueAt, missedAt, plan }: CheckIn): string | null {
  if (dueAt === null) return null
  return missedAt === null ? dueAt : raisesAt(dueAt, plan)
}

/** The one way in which a check-in leaves the store: to its owner, and the same whichever code she has given. Null for everybody else. */
export function viewCheckIn(personId: CheckIn['ownerId'] | null, checkIn: CheckIn, now: Date): CheckInView | null {
  if (personId !== checkIn.ownerId) return null
  const { id, version, plan, dueAt, reportedAt, raised, ended } = checkIn
  const moments = { opensAt: dueAt && opensAt(dueAt), raisesAt: dueAt && raisesAt(dueAt, plan) }
  return { id, version, phase: phaseOf(checkIn, now), plan, dueAt, ...moments, reportedAt, raised, ended }
}
