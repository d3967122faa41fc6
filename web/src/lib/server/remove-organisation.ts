import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { act } from './act.ts'
import { readForm } from './read-form.ts'

/** Takes an organisation out as its form says, and leads back to the directory. */
export async function removeOrganisation(event: RequestEvent & { params: { id: string; locale: string } }) {
  const form = await readForm(event)
  const json = { doNotList: form.has('doNotList') }
  const done = await act(event, form, { method: 'POST', path: `/organisations/${event.params.id}/removal`, json })
  if (!done.ok) return fail(done.status, { removalRefused: done.refused.title })
  redirect(303, `/${event.params.locale}/organisations`)
}
