import { ok, type OrganisationId, type Refusal, refuse, type Result, type UpdateId } from '@kunak/contracts'
import { type Alert, type AlertUpdate, lifeHours, mostExtensions, mostUpdates } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isOwn, refuseStranger } from '../identity/index.ts'
import { type AlertDecision, changed, unchanged } from './alert-change.ts'
import { hoursAfter } from './hours-after.ts'
import { mayLead } from './may-of.ts'
import { readsAlert } from './reads-alert.ts'

/** An act of those who raised an alert, or whom it concerns. */
export interface Lead {
  readonly viewer: Viewer
  readonly now: Date
}

/** Adds what is new; it goes to those whom the alert has reached. What she has said already under this id is not said again. */
export function updateAlert(
  lead: Lead,
  before: Alert,
  said: Pick<AlertUpdate, 'text' | 'publicText'> & { readonly id: UpdateId },
): AlertDecision {
  const by = leaderOf(lead, before)
  if (!by.ok) return by
  if (before.updates.some(({ id }) => id === said.id)) return ok(unchanged(before))
  if (before.state !== 'active') return refuse({ code: 'alert_closed' })
  const update = { ...said, at: lead.now.toISOString(), by: by.value }
  const change = changed(before, { updates: [...before.updates, update] }, { type: 'alert_updated', data: { by: by.value } })
  return before.updates.length < mostUpdates && bytesOf(change.after) <= mostBytes.updated
    ? ok(change)
    : refuse({ code: 'alert_full' })
}

/** Lets it live another 72 hours from now, for a reason; said twice within an hour it counts once. */
export function extendAlert(lead: Lead, before: Alert, { reason }: { readonly reason: string }): AlertDecision {
  const by = leaderOf(lead, before)
  if (!by.ok) return by
  if (before.state !== 'active' || before.until === null) return refuse({ code: 'alert_closed' })
  const at = lead.now.toISOString()
  const last = before.extensions.at(-1)
  if (last && last.reason === reason && hoursAfter(last.at, 1) > at) return ok(unchanged(before))
  const until = hoursAfter(lead.now, lifeHours)
  const after = {
    extensions: [...before.extensions, { at, by: by.value, reason }],
    // A clock that was set back shortens no life.
    until: until > before.until ? until : before.until,
    remindedAt: null,
  }
  const change = changed(before, after, { type: 'alert_extended', data: { by: by.value } })
  return before.extensions.length < mostExtensions && bytesOf(change.after) <= mostBytes.extended
    ? ok(change)
    : refuse({ code: 'alert_full' })
}

/** Ends it with what has come of it; everybody who pledged is told. */
export function resolveAlert(
  lead: Lead,
  before: Alert,
  { outcome, note }: { readonly outcome: NonNullable<NonNullable<Alert['closed']>['outcome']>; readonly note: string },
): AlertDecision {
  const by = leaderOf(lead, before)
  if (!by.ok) return by
  if (before.state === 'resolved' && before.closed?.outcome === outcome) return ok(unchanged(before))
  if (before.state !== 'active') return refuse({ code: 'alert_closed' })
  const closed = { at: lead.now.toISOString(), outcome, note }
  return ok(changed(before, { state: 'resolved', closed }, { type: 'alert_resolved', data: { by: by.value, outcome } }))
}

/** Calls it off: it was a false alarm. Exactly those whom it has reached are told. What has not gone out yet may be called off, too. */
export function cancelAlert(lead: Lead, before: Alert, { note }: { readonly note: string }): AlertDecision {
  const by = leaderOf(lead, before)
  if (!by.ok) return by
  if (before.state === 'cancelled') return ok(unchanged(before))
  if (before.state !== 'active' && before.state !== 'submitted') return refuse({ code: 'alert_closed' })
  const closed = { at: lead.now.toISOString(), outcome: null, note }
  return ok(changed(before, { state: 'cancelled', closed }, { type: 'alert_cancelled', data: { by: by.value } }))
}

/**
 * For which of her organisations somebody leads an alert: the one that raised it, else the one that it is about; for a coordinator who
 * leads what these may not know of, her own.
 */
function leaderOf({ viewer }: Lead, alert: Alert): Result<OrganisationId, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  const own = [alert.raisedBy, alert.content.concerns].find((id) => id !== null && isOwn(viewer, id))
  const by = alert.keptFrom !== undefined ? (viewer.memberships[0]?.organisationId ?? alert.raisedBy) : own
  return by && mayLead(viewer, alert) ? ok(by) : refuseStranger(viewer)
}

// DynamoDB takes 400 kB an item, and sealing makes four bytes of three; what an end and its note need stays free.
const mostBytes = { updated: 190_000, extended: 250_000 }
const bytesOf = (alert: Alert) => new TextEncoder().encode(JSON.stringify(alert)).length
