import type { Refusal, Result } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'

/** What has happened to an alert: names of events, each told to whom `whoIsToldOfAlert` says. */
export type AlertEventType =
  | 'alert_drafted'
  | 'alert_discarded'
  | 'alert_submitted'
  | 'alert_activated'
  | 'alert_verified'
  | 'alert_widened'
  | 'alert_updated'
  | 'alert_extended'
  | 'alert_needs_changed'
  | 'alert_reminded'
  | 'alert_resolved'
  | 'alert_cancelled'
  | 'alert_expired'
  | 'alert_forgotten'

/** A change of an alert: its new state, and what happened, in codes and ids only. */
export interface AlertChange {
  readonly after: Alert
  readonly event: { readonly type: AlertEventType; readonly data: Readonly<Record<string, string | number | boolean>> }
}

/** Nothing to change, because it is as asked already: somebody clicked twice, or the answer to her first request was lost. */
export interface Unchanged {
  readonly after: Alert
  readonly event: null
}

export type AlertDecision<Change = AlertChange | Unchanged> = Result<Change, Refusal>

export const unchanged = (alert: Alert): Unchanged => ({ after: alert, event: null })

/** The next version of an alert, with what has changed. */
export function changed(before: Alert, change: Partial<Alert>, event: AlertChange['event']): AlertChange {
  return { after: { ...before, ...change, version: before.version + 1 }, event }
}
