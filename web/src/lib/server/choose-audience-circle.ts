import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'
import { proofIn, stepUpFor } from './step-up.ts'

/** Says which circle an organisation's profile means, and comes back to the form. */
export async function chooseAudienceCircle(event: RequestEvent & { params: { id: string } }) {
  const form = await readForm(event)
  const json = { circleId: formText(form, 'circleId') || null }
  const path = `/organisations/${event.params.id}/audience-circle`
  const answer = await askApi(event, path, { method: 'PUT', json, proof: proofIn(form) })
  if (answer.ok) redirect(303, `${event.url.pathname}?done=circle#audience-circle`)
  const stepUp = await stepUpFor(event, form, answer)
  if (stepUp) return fail(stepUp.status, { stepUp })
  return fail(answer.refusal.status, { circleRefused: answer.refusal.title })
}
