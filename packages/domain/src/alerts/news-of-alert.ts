import type { Alert } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { isVerifiable, mayVerify } from './may-of.ts'
import { readsAlert } from './reads-alert.ts'
import type { Subscriber } from './subscription.ts'
import { isToldInApp } from './tell-subscriber.ts'

/** What is new about an alert for one reader, and since when. */
export interface AlertNews {
  readonly what: 'asked' | 'out' | 'updated' | 'ended'
  readonly at: string
}

/**
 * What happened last to an alert that somebody reads and wants to find on the pages; null where there is nothing. What waits for a second
 * organisation is shown to whoever could give its word, whatever she has chosen.
 */
export function newsOfAlert(viewer: Viewer, alert: Alert, subscriber: Pick<Subscriber, 'subscription'>): AlertNews | null {
  const { state, submittedAt, activeAt, updates, closed } = alert
  if (state === 'submitted') {
    const isAsked = viewer.isInNetwork && isVerifiable(alert) && mayVerify(viewer, alert)
    return isAsked && submittedAt !== null ? { what: 'asked', at: submittedAt } : null
  }
  if (activeAt === null || !isToldInApp(viewer, subscriber, alert)) return null
  if (closed) return { what: 'ended', at: closed.at }
  const updated = updates.at(-1)
  return updated && updated.at > activeAt ? { what: 'updated', at: updated.at } : { what: 'out', at: activeAt }
}

/**
 * Whether somebody has come to read an alert between two moments, the later one included: it went out then, or was widened to her. So
 * each alert is in one of her digests and in no other.
 */
export function isNewBetween(
  viewer: Viewer,
  alert: Alert,
  { after, upTo }: { readonly after: string; readonly upTo: string },
): boolean {
  const readsAsOf = (moment: string) =>
    alert.activeAt !== null &&
    alert.activeAt <= moment &&
    readsAlert(viewer, { ...alert, widenedTo: alert.widenedTo.filter(({ at }) => at <= moment) })
  return readsAsOf(upTo) && !readsAsOf(after)
}
