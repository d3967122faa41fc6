import type { AlertHelp } from '@kunak/contracts/alerts'
import { newUlid } from '@kunak/contracts'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const alert = await alertToDo(event, 'lead')
  const help = await readApi<AlertHelp>(event, `${alertPath(alert.id)}/help`)
  return { alert, help, id: newUlid(Date.now()) }
}

/** A number as it was written; nothing where nothing was, so that the field is asked for. */
const numberOf = (text: string) => (text === '' ? undefined : Number(text))

export const actions: Actions = {
  change: async (event) => {
    const form = await readForm(event)
    const need = formText(form, 'need')
    const quantity = formText(form, `quantity-${need}`)
    const path = `${alertPath(event.params.id)}/needs/${encodeURIComponent(need)}`
    const json = { quantity: numberOf(quantity) }
    // The quantity of each need has a field of its own name, to which an error leads.
    const fieldOf = (field: string) => `${field}-${need}`
    const sent = { need, quantity, id: '', kind: '', unit: '' }
    return await actAndShow(event, form, { method: 'PUT', path, json, fieldOf, sent, done: 'saved' })
  },
  add: async (event) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const sent = { need: '', id: said('id'), kind: said('kind'), quantity: said('quantity'), unit: said('unit') }
    const json = { id: sent.id, kind: sent.kind || undefined, quantity: numberOf(sent.quantity), unit: sent.unit }
    const path = `${alertPath(event.params.id)}/needs`
    return await actAndShow(event, form, { method: 'POST', path, json, sent, done: 'added' })
  },
}
