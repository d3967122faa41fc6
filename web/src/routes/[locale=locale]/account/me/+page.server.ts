import type { Account } from '@kunak/contracts/identity'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { account: await readApi<Account>(event, '/account'), done: event.url.searchParams.get('done') }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event)
    const sent = { name: formText(form, 'name'), locale: formText(form, 'locale'), wantsLetters: form.has('wantsLetters') }
    const answer = await askApi(event, '/account', { method: 'PUT', json: sent })
    if (answer.ok) redirect(303, `${event.url.pathname}?done=saved`)
    const { status, title, errors = [] } = answer.refusal
    return fail(status, { title, errors: errors.map(({ field, message }) => ({ field: field.slice(1), message })), sent })
  },
}
