import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'

/** Takes an organisation out as its form says, and leads back to the directory. */
export async function removeOrganisation(event: RequestEvent & { params: { id: string; locale: string } }) {
  const form = await readForm(event)
  const json = { doNotList: form.has('doNotList') }
  const answer = await askApi(event, `/organisations/${event.params.id}/removal`, { method: 'POST', json })
  if (!answer.ok) return fail(answer.refusal.status, { removalRefused: answer.refusal.title })
  redirect(303, `/${event.params.locale}/organisations`)
}
