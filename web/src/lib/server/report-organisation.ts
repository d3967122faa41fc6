import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'

/** Sends coordinators what a member has written about an organisation. */
export async function reportOrganisation(event: RequestEvent & { params: { id: string } }) {
  const form = await readForm(event)
  const json = { kind: formText(form, 'kind'), text: formText(form, 'text') }
  const answer = await askApi(event, `/organisations/${event.params.id}/reports`, { method: 'POST', json })
  if (answer.ok) redirect(303, `${event.url.pathname}?done=reported`)
  const { status, title, errors = [] } = answer.refusal
  const byField = Object.fromEntries(errors.map(({ field, message }) => [field.slice(1), message]))
  return fail(status, { problem: title, report: { ...json, errors: byField } })
}
