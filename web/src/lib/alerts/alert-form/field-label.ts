import * as m from '#lib/paraglide/messages.js'

/** What a field of the form is called, for the list of what is wrong; of a row, what the row is for. */
function fieldLabel(field: string): string {
  const names: Partial<Record<string, () => string>> = {
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
  return (names[field] ?? names[field.split('/')[0] ?? ''])?.() ?? ''
}

/** What is wrong, with the name of the field before it. */
export function named(errors: readonly { readonly field: string; readonly message: string }[]) {
  return errors.map(({ field, message }) => {
    const label = fieldLabel(field)
    return { field, message: label === '' ? message : `${label.replace(/[?:.]$/, '')}: ${message}` }
  })
}
