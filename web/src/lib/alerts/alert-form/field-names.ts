import type { FieldNames } from '#lib/errors-named.ts'
import * as m from '#lib/paraglide/messages.js'

/** What the fields of an alert's form are called. */
export const alertFields: FieldNames = {
  organisation: m.alert_raise_for,
  pressures: m.alert_form_happened,
  republic: m.alert_form_where,
  happenedAt: m.alert_form_when,
  concerns: m.alert_form_whom,
  consent: m.alert_form_consent,
  audience: m.alert_form_audience,
  circleId: m.alert_form_circle,
  needs: m.alert_form_needs,
  ladder: m.alert_ladder,
  isPublic: m.alert_form_is_public,
  headline: m.alert_form_headline,
  summary: m.alert_form_summary,
  courtAt: m.alert_court,
  urgency: m.alert_urgency,
  severity: m.alert_severity,
  certainty: m.alert_certainty,
  language: m.alert_form_language,
  'restricted/who': m.alert_form_who,
  'restricted/known': m.alert_form_known,
  'restricted/notKnown': m.alert_not_known,
  'restricted/cautions': m.alert_cautions,
  'restricted/authorities': m.alert_authorities,
  'restricted/courtPlace': m.alert_form_court_place,
}
