import type { Actor, OrganisationId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { viewerFrom } from '../identity/index.ts'
import { mayVerify } from './may-of.ts'
import { isWriter, readsAlert } from './reads-alert.ts'
import { channelsFor, isToldAtOnce, isToldByDigest, isUrgent, type Subscriber } from './subscription.ts'
import { isQuiet } from './subscriber-hours.ts'

/**
 * What a subscriber may read, by the organisations of hers that are there. How the audit log names her (`actor`) her account alone says:
 * it is wanted for what is kept from somebody, and nothing else.
 */
export function viewerOfSubscriber(
  { personId, organisations, isCoordinator }: Pick<Subscriber, 'personId' | 'organisations' | 'isCoordinator'>,
  known: ReadonlyMap<OrganisationId, Pick<Organisation, 'id' | 'standing' | 'circles'>>,
  actor: Actor | null = null,
): Viewer {
  const memberships = organisations.map((organisationId) => ({ organisationId, role: 'member' as const }))
  const hers = organisations.flatMap((id) => known.get(id) ?? [])
  return { ...viewerFrom({ id: personId, actorNonce: '', memberships, isCoordinator }, hers), actor }
}

/** By which ways somebody is told of an alert now. */
export interface Ways {
  readonly mail: boolean
  readonly push: boolean
}

const nothing: Ways = { mail: false, push: false }

/**
 * How somebody who may read an alert is told that it is out: as she has subscribed. Coordinators are told of what is put to them whatever
 * they have subscribed to, because somebody waits for them; whoever wrote it knows.
 */
export function waysWhenOut(viewer: Viewer, subscriber: Subscriber, alert: Alert): Ways {
  if (alert.state !== 'active' || !readsAlert(viewer, alert) || isWriter(viewer, alert)) return nothing
  const { subscription, takesMail, takesPush } = subscriber
  const isAsked = viewer.isCoordinator && isPutToCoordinators(alert)
  return {
    mail: takesMail && (isAsked || isToldAtOnce(subscription, alert.content, 'mail')),
    push: takesPush && isToldAtOnce(subscription, alert.content, 'push'),
  }
}

/** How somebody is asked to look at an alert that waits for a second organisation: whatever she has subscribed to. */
export function waysWhenAsked(viewer: Viewer, { takesMail, takesPush }: Subscriber, alert: Alert): Ways {
  return alert.state === 'submitted' && mayVerify(viewer, alert) ? { mail: takesMail, push: takesPush } : nothing
}

/** How her digest tells of an alert that is out. */
export function waysByDigest(viewer: Viewer, { subscription, takesMail, takesPush }: Subscriber, alert: Alert): Ways {
  if (alert.state !== 'active' || !readsAlert(viewer, alert) || isWriter(viewer, alert)) return nothing
  return {
    mail: takesMail && isToldByDigest(subscription, alert.content, 'mail'),
    push: takesPush && isToldByDigest(subscription, alert.content, 'push'),
  }
}

/**
 * How somebody whom an alert has reached is told what is new in it, while it is out and she may read it; null while her hours are quiet
 * and it can wait.
 */
export function waysWhenUpdated(
  viewer: Viewer,
  subscriber: Subscriber,
  { alert, now }: { readonly alert: Alert; readonly now: Date },
) {
  if (alert.state !== 'active' || !readsAlert(viewer, alert)) return nothing
  return unlessQuiet(subscriber, { alert, now })
}

/** How somebody whom an alert has reached is told that it has ended, whether or not she still may read it; null while it can wait. */
export function waysAtTheEnd(subscriber: Subscriber, { alert, now }: { readonly alert: Alert; readonly now: Date }): Ways | null {
  return unlessQuiet(subscriber, { alert, now })
}

function unlessQuiet(subscriber: Subscriber, { alert, now }: { readonly alert: Alert; readonly now: Date }): Ways | null {
  if (!isUrgent(alert.content) && isQuiet(subscriber.subscription, now)) return null
  return { mail: subscriber.takesMail, push: subscriber.takesPush }
}

/** Whether an alert has been put to coordinators: it is for them, or too few of its audience answered. */
function isPutToCoordinators({ content, widenedTo }: Pick<Alert, 'content' | 'widenedTo'>): boolean {
  return content.audience === 'coordinators' || widenedTo.some(({ to }) => to === 'coordinators')
}

/** Whether she finds an alert among what is new on the pages. */
export function isToldInApp(viewer: Viewer, { subscription }: Pick<Subscriber, 'subscription'>, alert: Alert): boolean {
  return readsAlert(viewer, alert) && !isWriter(viewer, alert) && channelsFor(subscription, alert.content).includes('app')
}
