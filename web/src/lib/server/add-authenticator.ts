import type { FactorAdded } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'
import { proofIn, stepUpFor } from './step-up.ts'

/** Asks for a fresh secret; the page then shows it from what the API keeps for this session. */
export async function beginAuthenticator(event: RequestEvent) {
  const form = await readForm(event)
  const answer = await askApi(event, '/authenticator', { method: 'POST', proof: proofIn(form) })
  const stepUp = await stepUpFor(event, form, answer)
  if (stepUp) return fail(stepUp.status, { stepUp })
  if (!answer.ok) return fail(answer.refusal.status, { title: answer.refusal.title })
  redirect(303, event.url.pathname)
}

/** Adds the app by its first code. The first factor of an account brings the recovery code, which this answer alone shows. */
export async function confirmAuthenticator(event: RequestEvent) {
  const code = formText(await readForm(event), 'code')
  const answer = await askApi<FactorAdded>(event, '/authenticator/confirmation', { method: 'POST', json: { code } })
  if (!answer.ok) {
    const { status, title, errors = [] } = answer.refusal
    return fail(status, { title, error: errors[0]?.message })
  }
  const { recoveryCode } = answer.value
  if (recoveryCode === null) redirect(303, `/${event.locals.locale}/account/security?done=added`)
  return { recoveryCode }
}
