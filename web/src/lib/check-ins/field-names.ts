import type { FieldNames } from '#lib/errors-named.ts'
import * as m from '#lib/paraglide/messages.js'

/** What the fields of a check-in's form are called. */
export const checkInFields: FieldNames = {
  'plan/organisationId': m.check_in_for,
  'plan/title': m.check_in_form_title,
  'plan/schedule/from': m.check_in_form_from,
  'plan/schedule/until': m.check_in_form_until,
  'plan/schedule/time': m.check_in_form_time,
  'plan/schedule/timeZone': m.check_in_form_zone,
  'plan/graceMinutes': m.check_in_form_grace,
  'plan/audience': m.check_in_form_whom,
  'plan/circleId': m.alert_form_circle,
  'plan/who': m.check_in_form_who,
  'plan/known': m.check_in_form_known,
  'plan/cautions': m.check_in_form_cautions,
  'plan/republic': m.check_in_form_where,
  'plan/pressures': m.check_in_form_pressures,
  'plan/drill': m.check_in_form_drill,
  'codes/cancel': m.check_in_code_cancel,
  'codes/duress': m.check_in_code_duress,
  code: m.check_in_code,
}
