import type { CheckInView } from '@kunak/contracts/alerts'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = (id: string) => `/check-ins/${encodeURIComponent(id)}`

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { checkIn: await readApi<CheckInView>(event, pathOf(event.params.id)) }
}

export const actions: Actions = {
  report: async (event) => {
    const form = await readForm(event)
    return await actAndShow(event, form, { method: 'POST', path: `${pathOf(event.params.id)}/report`, done: 'reported' })
  },
  cancel: async (event) => {
    const form = await readForm(event)
    const json = { code: formText(form, 'code') }
    return await actAndShow(event, form, {
      method: 'POST',
      path: `${pathOf(event.params.id)}/cancellation`,
      json,
      done: 'cancelled',
    })
  },
}
