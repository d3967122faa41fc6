import type { PersonId } from '@kunak/contracts'
import type { Alert } from '@kunak/contracts/alerts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Person, Viewer } from '@kunak/contracts/identity'
import {
  alertAsOf,
  defaultSubscription,
  type Subscriber,
  type Ways,
  waysAtTheEnd,
  waysByDigest,
  waysWhenAsked,
  waysWhenOut,
  waysWhenUpdated,
} from '@kunak/domain/alerts'
import { viewerFrom } from '@kunak/domain/identity'
import type { AlertStore } from '../alerts/index.ts'
import { loadAlerts, loadSubscribers } from '../alerts/index.ts'
import type { AboutAlerts } from './letter-job.ts'

/**
 * By which ways each of some people is still to be told about alerts, as everything stands at this moment: the alert wants it, she may
 * read it, and she wants it. Null for who is to be told later, because her hours are quiet and it can wait.
 */
export async function stillWanted(
  store: AlertStore,
  now: Date,
  about: AboutAlerts & { readonly people: readonly Person[]; readonly organisations: readonly Organisation[] },
): Promise<ReadonlyMap<PersonId, Ways | null>> {
  const [stored, subscribers] = await Promise.all([
    loadAlerts(store, about.alerts),
    loadSubscribers(
      store.database,
      about.people.map(({ id }) => id),
    ),
  ])
  // What is over is not told any more, though the clock's worker may come by only later.
  const alerts = stored.map((alert) => alertAsOf(alert, now))
  const kept = new Map(subscribers.map((one) => [one.personId, one]))
  const known = new Map(about.organisations.map((one) => [one.id, one]))
  const hers = ({ memberships }: Person) => memberships.flatMap(({ organisationId }) => known.get(organisationId) ?? [])
  return new Map(
    about.people.map((person) => {
      const subscriber = subscriberOf(person, kept.get(person.id))
      const viewer = viewerFrom(person, hers(person))
      return [person.id, together(alerts.map((alert) => waysOf(subscriber, alert, { why: about.why, viewer, now })))]
    }),
  )
}

/** Her account says today whether she takes letters; only what she has chosen is the subscriber's. */
function subscriberOf(
  { id, memberships, isCoordinator, wantsLetters, undeliverable }: Person,
  kept: Subscriber | undefined,
): Subscriber {
  return {
    personId: id,
    organisations: memberships.map(({ organisationId }) => organisationId),
    isCoordinator,
    takesMail: wantsLetters && undeliverable === null,
    takesPush: kept?.takesPush ?? false,
    subscription: kept?.subscription ?? defaultSubscription(id),
  }
}

function waysOf(
  subscriber: Subscriber,
  alert: Alert,
  { why, viewer, now }: { readonly why: AboutAlerts['why']; readonly viewer: Viewer; readonly now: Date },
): Ways | null {
  switch (why) {
    case 'out':
      return waysWhenOut(viewer, subscriber, alert)
    case 'asked':
      // Who was to be asked, and has not been when it goes out, is told that.
      return (alert.state === 'submitted' ? waysWhenAsked : waysWhenOut)(viewer, subscriber, alert)
    case 'digest':
      return waysByDigest(viewer, subscriber, alert)
    case 'update':
      return waysWhenUpdated(viewer, subscriber, { alert, now })
    case 'end':
      return waysAtTheEnd(subscriber, { alert, now })
  }
}

function together(each: readonly (Ways | null)[]): Ways | null {
  if (each.length > 0 && each.every((ways) => ways === null)) return null
  return { mail: each.some((ways) => ways?.mail), push: each.some((ways) => ways?.push) }
}
