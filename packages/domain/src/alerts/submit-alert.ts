import { ok, refuse } from '@kunak/contracts'
import { type Alert, lifeHours, unverifiedHours } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn } from '../identity/index.ts'
import { type AlertDecision, changed, hoursAfter } from './alert-change.ts'
import { checkAlert } from './check-alert.ts'
import { goesBeyondCircle } from './reads-alert.ts'

/**
 * Its writer sends an alert out. What stays within a circle, an organisation or the coordinators goes at once. What goes further waits
 * for the word of a second organisation, unless she says that it cannot (`atOnce`): then it goes out for six hours, and says that nobody
 * else has confirmed it. No lone actor reaches the whole network otherwise. Refuses what is not ready, by field.
 */
export function submitAlert(
  viewer: Viewer,
  before: Alert,
  said: { readonly organisation: Pick<Organisation, 'standing' | 'circles'>; readonly atOnce: boolean; readonly now: Date },
): AlertDecision {
  const { organisation, atOnce, now } = said
  if (viewer.personId === null || before.raiserId !== viewer.personId || !isOwn(viewer, before.raisedBy))
    return refuse({ code: 'not_found' })
  if (before.state !== 'draft') return refuse({ code: 'not_now' })
  if (organisation.standing !== 'vetted') return refuse({ code: 'only_vetted' })
  const { circleId } = before.content
  const isOthersCircle = circleId !== null && !organisation.circles.includes(circleId)
  const fields = [
    ...checkAlert(before.content, now),
    ...(isOthersCircle ? [{ field: '/circleId', code: 'not_one_of' as const }] : []),
  ]
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const submittedAt = now.toISOString()
  const isWide = goesBeyondCircle(before.content)
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
