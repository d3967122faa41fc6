import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { askApi } from '#lib/server/ask-api.ts'
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
    const mail = formText(await readForm(event), 'mail')
    const answer = await askApi(event, '/sign-in', { method: 'POST', json: { mail, locale: event.locals.locale } })
    if (answer.ok) redirect(303, `/${event.params.locale}/sign-in/code`)
    const { status, title, errors = [] } = answer.refusal
    return fail(status, { mail, title, error: errors[0]?.message })
  },
}
