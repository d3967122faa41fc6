import type { Account } from '@kunak/contracts/identity'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { account: await readApi<Account>(event, '/account') }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event)
    const sent = { name: formText(form, 'name'), locale: formText(form, 'locale'), wantsLetters: form.has('wantsLetters') }
    return await actAndShow(event, form, { method: 'PUT', path: '/account', json: sent, sent, done: 'saved' })
  },
}
