import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { act } from '#lib/server/act.ts'
import { readForm } from '#lib/server/read-form.ts'
import { signInWithPasskey } from '#lib/server/passkeys.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent()
  if (me.session === 'full') redirect(303, `/${event.params.locale}/account`)
}

export const actions: Actions = {
  passkey: signInWithPasskey,
  mail: async (event) => {
    const form = await readForm(event)
    const sent = { mail: formText(form, 'mail') }
    const json = { ...sent, locale: event.locals.locale }
    const done = await act(event, form, { method: 'POST', path: '/sign-in', json })
    if (!done.ok) return fail(done.status, { ...done.refused, sent })
    redirect(303, `/${event.params.locale}/sign-in/code`)
  },
}
