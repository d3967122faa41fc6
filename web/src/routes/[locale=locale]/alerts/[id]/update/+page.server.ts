import { newUlid } from '@kunak/contracts'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPage, alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({
  alert: await alertToDo(event, 'lead'),
  // Made with the page, so that sending it twice says it once.
  id: newUlid(Date.now()),
})

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const sent = { id: said('id'), text: said('text'), publicText: { ru: said('publicText/ru'), en: said('publicText/en') } }
    const json = { ...sent, id: sent.id || undefined }
    const path = `${alertPath(event.params.id)}/updates`
    return await actAndShow(event, form, { method: 'POST', path, json, sent, at: alertPage(event), done: 'updated' })
  },
}
