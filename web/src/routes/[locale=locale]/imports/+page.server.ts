import type { ImportJob, ImportJobs } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import * as m from '#lib/paraglide/messages.js'
import { askApi, readApi } from '#lib/server/ask-api.ts'
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
    const answer = await askApi<ImportJob>(event, '/imports', { method: 'POST', body: upload })
    if (answer.ok) redirect(303, `/${event.params.locale}/imports/${answer.value.id}`)
    const reasons = answer.refusal.errors?.map(({ message }) => message) ?? []
    return fail(answer.refusal.status, { problem: [answer.refusal.title, ...reasons].join(' '), encoding })
  },
}
