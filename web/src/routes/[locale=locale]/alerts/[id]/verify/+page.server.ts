import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPage, alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
import { noOrganisation } from '#lib/server/no-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ alert: await alertToDo(event, 'verify'), now: new Date() })

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event)
    const organisationId = formText(form, 'organisation')
    if (!organisationId) return noOrganisation('organisation')
    const path = `${alertPath(event.params.id)}/verification`
    const json = { organisationId }
    const fieldOf = (field: string) => (field === 'organisationId' ? 'organisation' : field)
    return await actAndShow(event, form, { method: 'POST', path, json, fieldOf, at: alertPage(event), done: 'verified' })
  },
}
