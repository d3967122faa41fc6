import { PledgeId } from '@kunak/contracts'

/**
 * Whom an event of an alert is told by letter: the `audience` that subscribed to it and has not been told yet; the `verifiers` who are
 * asked to look at it; whom its letters have `reached`; the `leaders`, who are the people of who raised it or whom it concerns; the
 * `pledgers`; the `other_side` of a pledge; those of the reached who are `silent`; the one person who is `named`.
 */
export type ToldOfAlert = 'audience' | 'verifiers' | 'reached' | 'leaders' | 'pledgers' | 'other_side' | 'silent' | 'named'

/** The events of alerts that send letters. One that is not here sends none. */
export const alertLetterEvents = {
  alert_submitted: ['verifiers'],
  alert_activated: ['audience'],
  alert_widened: ['audience'],
  alert_updated: ['reached'],
  alert_cancelled: ['reached', 'pledgers'],
  alert_resolved: ['reached', 'pledgers'],
  alert_expired: ['leaders', 'pledgers'],
  alert_reminded: ['leaders'],
  alert_asked_again: ['silent'],
  alert_reminder_due: ['named'],
  /** Nobody hears of it; whom its letters have reached is kept for longer. */
  alert_extended: [],

  pledge_offered: ['other_side'],
  pledge_accepted: ['other_side'],
  pledge_declined: ['other_side'],
  pledge_started: ['other_side'],
  pledge_delivered: ['other_side'],
  pledge_lapsed: ['other_side'],
  pledge_withdrawn: ['other_side'],
  pledge_message: ['other_side'],
} as const satisfies Readonly<Record<string, readonly ToldOfAlert[]>>

/** Whom an event of an alert is told; nobody for what is not in the table. */
export function whoIsToldOfAlert({ type }: { readonly type: string }): readonly ToldOfAlert[] {
  return Object.hasOwn(alertLetterEvents, type) ? alertLetterEvents[type as keyof typeof alertLetterEvents] : []
}

/** The pledge that an event of an alert is about, or null. */
export function pledgeOf({ data }: { readonly data: Readonly<Record<string, unknown>> }): PledgeId | null {
  return PledgeId.safeParse(data['pledgeId']).data ?? null
}
