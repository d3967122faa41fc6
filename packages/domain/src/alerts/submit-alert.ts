import { ok, refuse } from '@kunak/contracts'
import { type Alert, lifeHours, unverifiedHours } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../identity/index.ts'
import { type AlertDecision, changed, unchanged } from './alert-change.ts'
import { checkAlert } from './check-alert.ts'
import { hoursAfter } from './hours-after.ts'
import { goesBeyondCircle, isWriter, readsAlert } from './reads-alert.ts'
import { refusedWhere } from './refused-where.ts'

/**
 * Its writer sends an alert out. What stays within a circle, an organisation or the coordinators goes at once. What goes further waits
 * for the word of a second organisation, unless she says that it cannot (`atOnce`): then it goes out for six hours, and says that nobody
 * else has confirmed it, and she may still decide so while it waits. No lone actor reaches the whole network otherwise. What is out or
 * over already stays as it is. Refuses what is not ready, by field.
 */
export function submitAlert(
  viewer: Viewer,
  before: Alert,
  said: {
    readonly organisation: Pick<Organisation, 'standing' | 'circles'>
    /** Whether she may know of the organisation that it names as concerned. */
    readonly knowsConcerned: boolean
    readonly atOnce: boolean
    readonly now: Date
  },
): AlertDecision {
  const { organisation, knowsConcerned, atOnce, now } = said
  if (!readsAlert(viewer, before)) return refuse({ code: 'not_found' })
  if (!isWriter(viewer, before)) return refuseStranger(viewer)
  const isWide = goesBeyondCircle(before.content)
  const isHurried = before.state === 'submitted' && isWide && atOnce
  if (before.state !== 'draft' && !isHurried) return ok(unchanged(before))
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  const { concerns, circleId } = before.content
  const fields = [
    ...checkAlert(before.content, now),
    ...refusedWhere(concerns !== null && !knowsConcerned, '/concerns', 'not_one_of'),
    ...refusedWhere(circleId !== null && !organisation.circles.includes(circleId), '/circleId', 'not_one_of'),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const submittedAt = before.submittedAt ?? now.toISOString()
  if (isWide && !atOnce)
    return ok(changed(before, { state: 'submitted', submittedAt }, { type: 'alert_submitted', data: { by: before.raisedBy } }))
  return ok(activated(before, { submittedAt, now, unverifiedUntil: isWide ? hoursAfter(now, unverifiedHours) : null }))
}

/** An alert that goes out now. */
export function activated(
  before: Alert,
  {
    now,
    submittedAt,
    unverifiedUntil,
  }: { readonly now: Date; readonly submittedAt: string; readonly unverifiedUntil: string | null },
) {
  const after = {
    state: 'active' as const,
    submittedAt,
    activeAt: now.toISOString(),
    until: hoursAfter(now, lifeHours),
    unverifiedUntil,
  }
  return changed(before, after, { type: 'alert_activated', data: { by: before.raisedBy } })
}
