import type { Guardians, Wards } from '@kunak/contracts/identity'
import { formText } from '#lib/form-text.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { doAndShow } from '#lib/server/confirmed-act.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const [guardians, wards] = await Promise.all([readApi<Guardians>(event, '/guardians'), readApi<Wards>(event, '/wards')])
  return { ...guardians, ...wards, done: event.url.searchParams.get('done') }
}

const idOf = (form: FormData) => encodeURIComponent(formText(form, 'id'))

export const actions: Actions = {
  ask: async (event) => {
    const form = await readForm(event)
    const mail = formText(form, 'mail')
    const answer = await doAndShow(event, form, { method: 'POST', path: '/guardians', json: { mail } })
    return 'data' in answer ? { ...answer, data: { ...answer.data, mail } } : answer
  },
  remove: async (event) => {
    const form = await readForm(event)
    return await doAndShow(event, form, { method: 'DELETE', path: `/guardians/${idOf(form)}` })
  },
  accept: async (event) => {
    const form = await readForm(event)
    return await doAndShow(event, form, { method: 'POST', path: `/guardian-requests/${idOf(form)}/acceptance` })
  },
  decline: async (event) => {
    const form = await readForm(event)
    return await doAndShow(event, form, { method: 'DELETE', path: `/guardian-requests/${idOf(form)}` })
  },
  confirm: async (event) => {
    const form = await readForm(event)
    return await doAndShow(event, form, { method: 'POST', path: `/wards/${idOf(form)}/confirmation` })
  },
}
