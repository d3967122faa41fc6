import type { Authenticator, RecoveryCode, Sessions } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { act, actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const [{ sessions }, authenticator] = await Promise.all([
    readApi<Sessions>(event, '/sessions'),
    readApi<Authenticator>(event, '/authenticator'),
  ])
  return { sessions, authenticatorSince: authenticator.since }
}

/** Takes away what guards the account or opens it. */
async function take(event: RequestEvent, pathOf: string | ((form: FormData) => string)) {
  const form = await readForm(event)
  const path = typeof pathOf === 'string' ? pathOf : pathOf(form)
  return await actAndShow(event, form, { method: 'DELETE', path, done: 'done' })
}

export const actions: Actions = {
  endSession: (event) => take(event, (form) => `/sessions/${encodeURIComponent(formText(form, 'id'))}`),
  endOthers: (event) => take(event, '/sessions'),
  endAll: async (event) => {
    const ended = await act(event, await readForm(event), { method: 'DELETE', path: '/sessions?which=all' })
    if (!ended.ok) return fail(ended.status, ended.refused)
    redirect(303, `/${event.params.locale}`)
  },
  removeAuthenticator: (event) => take(event, '/authenticator'),
  cancelRecovery: (event) => take(event, '/recovery'),
  renewCode: async (event) => {
    const renewed = await act<RecoveryCode>(event, await readForm(event), { method: 'POST', path: '/recovery-code' })
    // It is shown in this answer alone, which no address leads back to.
    return renewed.ok ? renewed.value : fail(renewed.status, renewed.refused)
  },
}
