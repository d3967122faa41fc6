/**
 * Whom an event is told by letter. Where its data name somebody (`personId`, `organisationId`, `guardianId`, `invitationId`,
 * `signInId`), it is them; else the event's subject (`PERSON#…`, `ORGANISATION#…`, `SIGN_IN#…`).
 */
export type Told =
  /** Who asked to sign in: the only one to whom a letter says why it came. */
  | 'asker'
  /** The address of the invitation that `invitationId` names, of the organisation. */
  | 'invited'
  | 'person'
  /** The one guardian that `guardianId` names. */
  | 'guardian'
  /** Whose account has the address of the request that `guardianRequestId` names, of the person. */
  | 'asked_guardian'
  /** All guardians of the person. */
  | 'guardians'
  | 'stewards'
  /** Everybody who belongs to the organisation. */
  | 'people'

/** The events that send letters. One that is not here sends none. */
export const letterEvents = {
  sign_in_asked: ['asker'],

  person_invited: ['invited'],
  person_joined: ['stewards'],
  role_changed: ['person'],
  person_removed: ['person'],
  handover_asked: ['person'],
  handover_done: ['person', 'stewards'],

  session_ended: ['person'],
  sessions_ended: ['person'],
  passkey_added: ['person'],
  passkey_removed: ['person'],
  passkey_counter_went_back: ['person'],
  authenticator_added: ['person'],
  authenticator_removed: ['person'],
  recovery_code_renewed: ['person'],
  mail_changed: ['person'],
  feeds_made: ['person'],

  guardian_asked: ['asked_guardian'],
  guardian_accepted: ['person'],
  guardian_gone: ['person'],
  guardian_removed: ['guardian'],
  recovery_code_used: ['person'],
  recovery_started: ['person', 'guardians'],
  recovery_confirmed: ['person'],
  recovery_cancelled: ['person', 'guardians'],
  account_recovered: ['person', 'guardians'],

  check_in_missed: ['person'],
  check_in_raised: ['person'],

  organisation_frozen: ['people'],
  organisation_unfrozen: ['people'],
  organisation_vetted: ['people'],
  organisation_suspended: ['people'],
  organisation_reinstated: ['people'],
  organisation_under_review: ['people'],
  organisation_lapsed: ['people'],
  coordinator_granted: ['person'],
  coordinator_revoked: ['person'],

  vouch_given: ['stewards'],
  vouch_revoked: ['stewards'],
  circle_invited: ['stewards'],
  circle_removed: ['stewards'],
} as const satisfies Readonly<Record<string, readonly Told[]>>
