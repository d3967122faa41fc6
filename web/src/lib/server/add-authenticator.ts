import type { FactorAdded } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { act } from './act.ts'
import { readForm } from './read-form.ts'

/** Asks for a fresh secret; the page then shows it from what the API keeps for this session. */
export async function beginAuthenticator(event: RequestEvent) {
  const done = await act(event, await readForm(event), { method: 'POST', path: '/authenticator' })
  if (!done.ok) return fail(done.status, done.refused)
  redirect(303, event.url.pathname)
}

/** Adds the app by its first code. The first factor of an account brings the recovery code, which this answer alone shows. */
export async function confirmAuthenticator(event: RequestEvent) {
  const form = await readForm(event)
  const json = { code: formText(form, 'code') }
  const done = await act<FactorAdded>(event, form, { method: 'POST', path: '/authenticator/confirmation', json })
  if (!done.ok) return fail(done.status, done.refused)
  const { recoveryCode } = done.value
  if (recoveryCode === null) redirect(303, `/${event.locals.locale}/account/security?done=added`)
  return { recoveryCode }
}
