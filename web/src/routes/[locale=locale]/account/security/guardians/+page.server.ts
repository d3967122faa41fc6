import type { Guardians, Wards } from '@kunak/contracts/identity'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { type Ask, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const [guardians, wards] = await Promise.all([readApi<Guardians>(event, '/guardians'), readApi<Wards>(event, '/wards')])
  return { ...guardians, ...wards }
}

/** Does something with the guardian, or for the ward, that the form names. */
async function onOne(event: RequestEvent, method: NonNullable<Ask['method']>, pathOf: (id: string) => string) {
  const form = await readForm(event)
  return await actAndShow(event, form, { method, path: pathOf(encodeURIComponent(formText(form, 'id'))), done: 'done' })
}

export const actions: Actions = {
  ask: async (event) => {
    const form = await readForm(event)
    const sent = { mail: formText(form, 'mail') }
    return await actAndShow(event, form, { method: 'POST', path: '/guardians', json: sent, sent, done: 'done' })
  },
  remove: (event) => onOne(event, 'DELETE', (id) => `/guardians/${id}`),
  accept: (event) => onOne(event, 'POST', (id) => `/guardian-requests/${id}/acceptance`),
  decline: (event) => onOne(event, 'DELETE', (id) => `/guardian-requests/${id}`),
  confirm: (event) => onOne(event, 'POST', (id) => `/wards/${id}/confirmation`),
}
