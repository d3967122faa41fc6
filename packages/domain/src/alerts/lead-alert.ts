import { ok, type OrganisationId, type Refusal, refuse, type Result, type UpdateId } from '@kunak/contracts'
import { type Alert, type AlertUpdate, lifeHours } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../identity/index.ts'
import { type AlertDecision, changed, hoursAfter } from './alert-change.ts'
import { mayLead } from './may-of.ts'
import { readsAlert } from './reads-alert.ts'

/** An act of those who raised an alert, or whom it concerns, by one of their organisations. */
export interface Lead {
  readonly viewer: Viewer
  readonly by: OrganisationId
  readonly now: Date
}

/** Adds what is new; it goes to those whom the alert has reached. */
export function updateAlert(
  lead: Lead,
  before: Alert,
  said: Pick<AlertUpdate, 'text' | 'publicText'> & { readonly id: UpdateId },
): AlertDecision {
  const may = mayActOn(lead, before)
  if (!may.ok) return may
  const update = { ...said, at: lead.now.toISOString(), by: lead.by }
  return ok(changed(before, { updates: [...before.updates, update] }, { type: 'alert_updated', data: { by: lead.by } }))
}

/** Lets it live another 72 hours from now, for a reason. */
export function extendAlert(lead: Lead, before: Alert, { reason }: { readonly reason: string }): AlertDecision {
  const may = mayActOn(lead, before)
  if (!may.ok) return may
  const extensions = [...before.extensions, { at: lead.now.toISOString(), by: lead.by, reason }]
  const after = { extensions, until: hoursAfter(lead.now, lifeHours), remindedAt: null }
  return ok(changed(before, after, { type: 'alert_extended', data: { by: lead.by } }))
}

/** Ends it with what has come of it; everybody who pledged is told. */
export function resolveAlert(
  lead: Lead,
  before: Alert,
  { outcome, note }: { readonly outcome: NonNullable<NonNullable<Alert['closed']>['outcome']>; readonly note: string },
): AlertDecision {
  const may = mayActOn(lead, before)
  if (!may.ok) return may
  const closed = { at: lead.now.toISOString(), outcome, note }
  return ok(changed(before, { state: 'resolved', closed }, { type: 'alert_resolved', data: { by: lead.by, outcome } }))
}

/** Calls it off: it was a false alarm. Exactly those whom it has reached are told. What has not gone out yet may be called off, too. */
export function cancelAlert(lead: Lead, before: Alert, { note }: { readonly note: string }): AlertDecision {
  const may = mayActOn(lead, before, 'submitted')
  if (!may.ok) return may
  const closed = { at: lead.now.toISOString(), outcome: null, note }
  return ok(changed(before, { state: 'cancelled', closed }, { type: 'alert_cancelled', data: { by: lead.by } }))
}

function mayActOn({ viewer, by }: Lead, alert: Alert, also?: Alert['state']): Result<undefined, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  const isTheirs = by === alert.raisedBy || by === alert.content.concerns
  if (!mayLead(viewer, alert) || !isTheirs || !isOwn(viewer, by)) return refuseStranger(viewer)
  return alert.state === 'active' || alert.state === also ? ok(undefined) : refuse({ code: 'alert_closed' })
}
