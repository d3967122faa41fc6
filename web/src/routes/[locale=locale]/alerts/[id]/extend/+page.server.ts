import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPage, alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ alert: await alertToDo(event, 'lead') })

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const sent = { reason: formText(form, 'reason') }
    const path = `${alertPath(event.params.id)}/extension`
    return await actAndShow(event, form, { method: 'POST', path, json: sent, sent, at: alertPage(event), done: 'extended' })
  },
}
