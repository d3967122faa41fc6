import type { AuditType } from '@kunak/contracts/identity'
import * as m from '#lib/paraglide/messages.js'

const labels: Readonly<Record<AuditType, () => string>> = {
  organisation_founded: m.audit_type_organisation_founded,
  organisation_listed: m.audit_type_organisation_listed,
  organisation_imported: m.audit_type_organisation_imported,
  organisation_filled_by_import: m.audit_type_organisation_filled_by_import,
  organisation_vetted: m.audit_type_organisation_vetted,
  organisation_under_review: m.audit_type_organisation_under_review,
  organisation_lapsed: m.audit_type_organisation_lapsed,
  organisation_suspended: m.audit_type_organisation_suspended,
  organisation_reinstated: m.audit_type_organisation_reinstated,
  organisation_frozen: m.audit_type_organisation_frozen,
  organisation_unfrozen: m.audit_type_organisation_unfrozen,
  organisation_left: m.audit_type_organisation_left,
  organisation_reported: m.audit_type_organisation_reported,
  report_closed: m.audit_type_report_closed,
  application_forgotten: m.audit_type_application_forgotten,
  profile_edited: m.audit_type_profile_edited,
  profile_assured: m.audit_type_profile_assured,
  legal_flags_recorded: m.audit_type_legal_flags_recorded,
  vouch_given: m.audit_type_vouch_given,
  vouch_revoked: m.audit_type_vouch_revoked,
  proposal_made: m.audit_type_proposal_made,
  proposal_closed: m.audit_type_proposal_closed,
  proposal_withdrawn: m.audit_type_proposal_withdrawn,
  founding_added: m.audit_type_founding_added,
  founding_removed: m.audit_type_founding_removed,
  person_invited: m.audit_type_person_invited,
  person_invited_without_letter: m.audit_type_person_invited_without_letter,
  invitation_withdrawn: m.audit_type_invitation_withdrawn,
  invitation_declined: m.audit_type_invitation_declined,
  person_joined: m.audit_type_person_joined,
  person_left: m.audit_type_person_left,
  person_removed: m.audit_type_person_removed,
  role_changed: m.audit_type_role_changed,
  handover_done: m.audit_type_handover_done,
  import_uploaded: m.audit_type_import_uploaded,
  do_not_list_added: m.audit_type_do_not_list_added,
  do_not_list_removed: m.audit_type_do_not_list_removed,
}

/** What an entry of the audit trail says happened. */
export function auditLabel(type: AuditType): string {
  return labels[type]()
}
