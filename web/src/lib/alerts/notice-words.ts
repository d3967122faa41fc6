import type { Notifications } from '@kunak/contracts/alerts'
import type { alertLetterEvents } from '@kunak/domain/alerts'
import type { letterEvents } from '@kunak/domain/identity'
import * as m from '#lib/paraglide/messages.js'

type Notice = Extract<Notifications['items'][number], { about: 'notice' }>
type Told = Exclude<keyof typeof letterEvents | keyof typeof alertLetterEvents, NotTold>
/** They tell nobody by name: who asked to sign in knows, and what is about an alert alone is seen at the alert. */
type NotTold =
  | 'sign_in_asked'
  | 'alert_submitted'
  | 'alert_activated'
  | 'alert_widened'
  | 'alert_updated'
  | 'alert_extended'
  | 'alert_asked_again'

/** What each event that somebody is told of by name says to her: an event without its sentence does not compile. */
const sentences: Readonly<Record<Told, () => string>> = {
  person_invited: m.notice_person_invited,
  person_joined: m.notice_person_joined,
  role_changed: m.notice_role_changed,
  person_removed: m.notice_person_removed,
  handover_asked: m.notice_handover_asked,
  handover_done: m.notice_handover_done,
  session_ended: m.notice_session_ended,
  sessions_ended: m.notice_session_ended,
  passkey_added: m.notice_passkey_added,
  passkey_removed: m.notice_passkey_removed,
  passkey_counter_went_back: m.notice_passkey_odd,
  authenticator_added: m.notice_authenticator_added,
  authenticator_removed: m.notice_authenticator_removed,
  recovery_code_renewed: m.notice_recovery_code_renewed,
  mail_changed: m.notice_mail_changed,
  feeds_made: m.notice_feeds_made,
  guardian_asked: m.notice_guardian_asked,
  guardian_accepted: m.notice_guardian_accepted,
  guardian_gone: m.notice_guardian_gone,
  guardian_removed: m.notice_guardian_removed,
  recovery_code_used: m.notice_recovery_code_used,
  recovery_started: m.notice_recovery_started,
  recovery_confirmed: m.notice_recovery_confirmed,
  recovery_cancelled: m.notice_recovery_cancelled,
  account_recovered: m.notice_account_recovered,
  check_in_missed: m.notice_check_in_missed,
  check_in_raised: m.notice_check_in_raised,
  organisation_frozen: m.notice_organisation_frozen,
  organisation_unfrozen: m.notice_organisation_unfrozen,
  organisation_vetted: m.notice_organisation_vetted,
  organisation_suspended: m.notice_organisation_suspended,
  organisation_reinstated: m.notice_organisation_reinstated,
  organisation_under_review: m.notice_organisation_under_review,
  organisation_lapsed: m.notice_organisation_lapsed,
  coordinator_granted: m.notice_coordinator_granted,
  coordinator_revoked: m.notice_coordinator_revoked,
  vouch_given: m.notice_vouch_given,
  vouch_revoked: m.notice_vouch_revoked,
  circle_invited: m.notice_circle_invited,
  circle_removed: m.notice_circle_removed,
  alert_cancelled: m.notice_alert_cancelled,
  alert_resolved: m.notice_alert_resolved,
  alert_expired: m.notice_alert_expired,
  alert_reminded: m.notice_alert_reminded,
  alert_reminder_due: m.notice_alert_reminder_due,
  pledge_offered: m.notice_pledge_offered,
  pledge_accepted: m.notice_pledge_accepted,
  pledge_declined: m.notice_pledge_declined,
  pledge_started: m.notice_pledge_started,
  pledge_delivered: m.notice_pledge_delivered,
  pledge_lapsed: m.notice_pledge_lapsed,
  pledge_withdrawn: m.notice_pledge_withdrawn,
  pledge_message: m.notice_pledge_message,
}

/** What a notice says; one of an earlier time whose event is not known any more says only that something changed. */
export function noticeWords(type: string): string {
  return (Object.hasOwn(sentences, type) ? sentences[type as Told] : m.notice_other)()
}

/** Where what happened is seen, after the language; null where nothing is to be seen. */
export function noticeAddress({ type, alertId, pledgeId, checkInId, organisation }: Notice): string | null {
  if (alertId !== null) return pledgeId === null ? `/alerts/${alertId}` : `/alerts/${alertId}/pledges/${pledgeId}`
  if (checkInId !== null) return '/check-ins'
  if (/^(passkey|authenticator|session|recovery|mail|account)/.test(type)) return '/account/security'
  if (type.startsWith('guardian')) return '/account/security/guardians'
  if (type === 'feeds_made') return '/account/feeds'
  if (type === 'person_invited') return '/account'
  if (organisation === null) return null
  if (type.startsWith('vouch')) return `/organisations/${organisation.id}/vouches`
  if (type.startsWith('circle')) return '/circles'
  return `/organisations/${organisation.id}${/^(person|role|handover)/.test(type) ? '/people' : ''}`
}
