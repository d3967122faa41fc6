import type { ImportJob, ImportJobs } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import * as m from '#lib/paraglide/messages.js'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => await readApi<ImportJobs>(event, '/imports')

export const actions: Actions = {
  upload: async (event) => {
    const form = await readForm(event)
    const file = form.get('file')
    const encoding = formText(form, 'encoding')
    if (!(file instanceof File) || file.size === 0) return fail(422, { problem: m.upload_no_file(), encoding })
    const upload = new FormData()
    upload.set('file', file)
    if (encoding !== '') upload.set('encoding', encoding)
    const done = await act<ImportJob>(event, form, { method: 'POST', path: '/imports', body: upload })
    if (done.ok) redirect(303, `/${event.params.locale}/imports/${done.value.id}`)
    const reasons = done.refused.errors.map(({ message }) => message)
    return fail(done.status, { problem: [done.refused.title, ...reasons].join(' '), encoding })
  },
}
