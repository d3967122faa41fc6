import { ok, type Refusal, refuse, type Result } from '@kunak/contracts'
import type { Alert, AlertReach } from '@kunak/contracts/alerts'
import type { Viewer } from '@kunak/contracts/identity'
import { refuseStranger } from '../identity/index.ts'
import { isOpen } from './lists-of.ts'
import { mayLead, mayVerify } from './may-of.ts'
import { isConcerned, isWriter, readsAlert } from './reads-alert.ts'
import type { Subscriber } from './subscription.ts'
import { isToldInApp, waysByDigest, waysWhenOut } from './tell-subscriber.ts'

/**
 * An alert as it would be if it went out at this moment, for whoever writes or leads it to ask whom that would tell. Refuses whoever may
 * not read it (`not_found`), who does not lead it, and one that has ended (`alert_closed`).
 */
export function asIfOut(viewer: Viewer, alert: Alert, now: Date): Result<Alert, Refusal> {
  if (!readsAlert(viewer, alert)) return refuse({ code: 'not_found' })
  if (!isWriter(viewer, alert) && !mayLead(viewer, alert)) return refuseStranger(viewer)
  if (!isOpen(alert)) return refuse({ code: 'alert_closed' })
  return ok({ ...alert, state: 'active', activeAt: alert.activeAt ?? now.toISOString() })
}

/** The same alert as it would be while it waits for a second organisation. */
export const asIfAsked = (alert: Alert): Alert => ({ ...alert, state: 'submitted', activeAt: null })

interface Readers {
  readonly readers: readonly { readonly viewer: Viewer; readonly subscriber: Subscriber }[]
  readonly askable: readonly { readonly viewer: Viewer }[]
}

/** Whom an alert that is out would tell, of those who may read it, and of those who could be asked to look at it. */
export function reachOf(alert: Alert, { readers, askable }: Readers): AlertReach {
  const { audience, isPublic } = alert.content
  const others = readers.filter(({ viewer }) => !isWriter(viewer, alert))
  const ways = others.map(({ viewer, subscriber }) => wayOf(viewer, subscriber, alert))
  const count = (way: ReturnType<typeof wayOf>) => ways.filter((one) => one === way).length
  return {
    whole: { audience, people: others.length },
    isPublic,
    asked: askable.filter(({ viewer }) => mayVerify(viewer, asIfAsked(alert))).length,
    told: { atOnce: count('atOnce'), byDigest: count('byDigest'), inApp: count('inApp') },
    isEmpty: others.every(({ viewer }) => isConcerned(viewer, alert)) && !(audience === 'organisation' && others.length > 0),
  }
}

function wayOf(viewer: Viewer, subscriber: Subscriber, alert: Alert): 'atOnce' | 'byDigest' | 'inApp' | null {
  const atOnce = waysWhenOut(viewer, subscriber, alert)
  if (atOnce.mail || atOnce.push) return 'atOnce'
  const byDigest = waysByDigest(viewer, subscriber, alert)
  if (byDigest.mail || byDigest.push) return 'byDigest'
  return isToldInApp(viewer, subscriber, alert) ? 'inApp' : null
}
