import type { Authenticator, RecoveryCode, Sessions } from '@kunak/contracts/identity'
import { redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { confirmedAct, doAndShow } from '#lib/server/confirmed-act.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const [{ sessions }, authenticator] = await Promise.all([
    readApi<Sessions>(event, '/sessions'),
    readApi<Authenticator>(event, '/authenticator'),
  ])
  return { sessions, authenticatorSince: authenticator.since, done: event.url.searchParams.get('done') }
}

export const actions: Actions = {
  endSession: async (event) => {
    const form = await readForm(event)
    const path = `/sessions/${encodeURIComponent(formText(form, 'id'))}`
    return await doAndShow(event, form, { method: 'DELETE', path })
  },
  endOthers: async (event) => doAndShow(event, await readForm(event), { method: 'DELETE', path: '/sessions' }),
  endAll: async (event) => {
    const ended = await confirmedAct(event, await readForm(event), { method: 'DELETE', path: '/sessions?which=all' })
    if (!ended.ok) return ended.failed
    redirect(303, `/${event.params.locale}`)
  },
  removeAuthenticator: async (event) => doAndShow(event, await readForm(event), { method: 'DELETE', path: '/authenticator' }),
  cancelRecovery: async (event) => doAndShow(event, await readForm(event), { method: 'DELETE', path: '/recovery' }),
  renewCode: async (event) => {
    const renewed = await confirmedAct<RecoveryCode>(event, await readForm(event), { method: 'POST', path: '/recovery-code' })
    // It is shown in this answer alone, which no address leads back to.
    return renewed.ok ? renewed.value : renewed.failed
  },
}
