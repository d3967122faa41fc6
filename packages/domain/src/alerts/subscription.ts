import type { OrganisationId, PersonId } from '@kunak/contracts'
import { type AlertContent, type Channel, type Subscription, type SubscriptionRule, urgencies } from '@kunak/contracts/alerts'
import { rulesOfChoice } from './simple-subscription.ts'

/** Somebody who may be told of alerts: to what she has subscribed, and what her account says of it. */
export interface Subscriber {
  readonly personId: PersonId
  readonly organisations: readonly OrganisationId[]
  readonly isCoordinator: boolean
  /** Whether she wants letters, and her address takes them. */
  readonly takesMail: boolean
  /** Whether a browser of hers takes notes. */
  readonly takesPush: boolean
  readonly subscription: Subscription
}

/** What subscriptions ask of an alert. */
export type Topic = Pick<AlertContent, 'republic' | 'pressures' | 'urgency' | 'language' | 'headline' | 'summary'>

/**
 * What holds for somebody who has not chosen: what is urgent at once by mail, everything on the pages. Whether her address takes mail at
 * all is her account's to say: providers that must show mail to the authorities begin without.
 */
export function defaultSubscription(personId: PersonId): Subscription {
  return {
    personId,
    rules: rulesOfChoice('urgent', ['mail']),
    digestHour: 9,
    timeZone: 'Europe/Moscow',
    quiet: null,
    isChosen: false,
  }
}

/** Whether an alert cannot wait for the digest, nor for the end of quiet hours. */
export function isUrgent({ urgency }: Pick<Topic, 'urgency'>): boolean {
  return urgency === 'Immediate'
}

/** By which channels somebody hears of an alert; by none where no rule of hers is for it. */
export function channelsFor({ rules }: Pick<Subscription, 'rules'>, topic: Topic): Channel[] {
  return [...new Set(rules.filter((rule) => matches(rule, topic)).flatMap((rule) => rule.channels))]
}

/** Whether she is told at once by a channel: what waits comes with her digest, or is only found on the pages. */
export function isToldAtOnce(subscription: Pick<Subscription, 'rules'>, topic: Topic, channel: 'mail' | 'push'): boolean {
  return isUrgent(topic) && channelsFor(subscription, topic).includes(channel)
}

/** Whether her digest tells of it by a channel. */
export function isToldByDigest(subscription: Pick<Subscription, 'rules'>, topic: Topic, channel: 'mail' | 'push'): boolean {
  return !isUrgent(topic) && channelsFor(subscription, topic).includes(channel)
}

function matches({ republics, pressures, leastUrgency, languages }: SubscriptionRule, topic: Topic): boolean {
  const spoken: string[] = [topic.language, ...Object.keys(topic.headline), ...Object.keys(topic.summary)]
  return (
    isAmong(republics, topic.republic === null ? [] : [topic.republic]) &&
    isAmong(pressures, topic.pressures) &&
    isAmong(languages, spoken) &&
    urgencies.indexOf(topic.urgency) <= urgencies.indexOf(leastUrgency)
  )
}

/** Whether a list leaves something in: an empty one leaves nothing out. */
function isAmong(chosen: readonly string[], said: readonly string[]): boolean {
  return chosen.length === 0 || said.some((one) => chosen.includes(one))
}
