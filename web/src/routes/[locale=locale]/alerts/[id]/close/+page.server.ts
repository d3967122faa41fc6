import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPage, alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ alert: await alertToDo(event, 'lead') })

export const actions: Actions = {
  resolve: async (event) => {
    const form = await readForm(event)
    const json = { outcome: formText(form, 'outcome'), note: formText(form, 'note') }
    const path = `${alertPath(event.params.id)}/outcome`
    const sent = { ...json, why: '' }
    return await actAndShow(event, form, { method: 'POST', path, json, sent, at: alertPage(event), done: 'resolved' })
  },
  cancel: async (event) => {
    const form = await readForm(event)
    const why = formText(form, 'why')
    return await actAndShow(event, form, {
      method: 'POST',
      path: `${alertPath(event.params.id)}/cancellation`,
      json: { note: why },
      // Its note stands beside that of the other form.
      fieldOf: (field) => (field === 'note' ? 'why' : field),
      sent: { outcome: '', note: '', why },
      at: alertPage(event),
      done: 'cancelled',
    })
  },
}
