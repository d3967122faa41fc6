import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { act } from './act.ts'
import { readForm } from './read-form.ts'

/** Says which circle an organisation's profile means, and comes back to the overview of its profile. */
export async function chooseAudienceCircle(event: RequestEvent & { params: { id: string; locale: string } }) {
  const { id, locale } = event.params
  const form = await readForm(event)
  const json = { circleId: formText(form, 'circleId') || null }
  const done = await act(event, form, { method: 'PUT', path: `/organisations/${id}/audience-circle`, json })
  if (done.ok) redirect(303, `/${locale}/organisations/${id}/edit?done=circle`)
  const { title, stepUp } = done.refused
  return fail(done.status, { circleRefused: title, stepUp })
}
