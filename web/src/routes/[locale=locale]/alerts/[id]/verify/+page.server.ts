import type { AlertChanged } from '@kunak/contracts/alerts'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { act } from '#lib/server/act.ts'
import { alertPath, alertToDo } from '#lib/server/alert-to-do.ts'
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
    const done = await act<AlertChanged>(event, form, { method: 'POST', path, json: { organisationId } })
    if (done.ok) redirect(303, `/${event.params.locale}/alerts/${event.params.id}?done=verified`)
    return fail(done.status, done.refused)
  },
}
