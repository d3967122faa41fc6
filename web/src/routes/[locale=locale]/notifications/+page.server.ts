import type { Notifications } from '@kunak/contracts/alerts'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return await readApi<Notifications>(event, '/notifications')
}

export const actions: Actions = {
  seen: async (event) => {
    const form = await readForm(event)
    const json = { upTo: formText(form, 'upTo') }
    return await actAndShow(event, form, { method: 'POST', path: '/notifications/seen', json, done: 'seen' })
  },
}
