import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { messagesByField } from '../messages-by-field.ts'
import { act } from './act.ts'
import { readForm } from './read-form.ts'

/** Sends coordinators what a member has written about an organisation. */
export async function reportOrganisation(event: RequestEvent & { params: { id: string } }) {
  const form = await readForm(event)
  const json = { kind: formText(form, 'kind'), text: formText(form, 'text') }
  const done = await act(event, form, { method: 'POST', path: `/organisations/${event.params.id}/reports`, json })
  if (done.ok) redirect(303, `${event.url.pathname}?done=reported`)
  const { title, errors } = done.refused
  return fail(done.status, { problem: title, report: { ...json, errors: messagesByField(errors) } })
}
