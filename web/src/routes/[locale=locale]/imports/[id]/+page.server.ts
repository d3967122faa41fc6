import { type ImportJob, type ReportPage, rowOutcomes } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { readMapping } from '#lib/directory/import/read-mapping.ts'
import { act } from '#lib/server/act.ts'
import { type Ask, readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const path = `/imports/${event.params.id}`
  const job = await readApi<ImportJob>(event, path)
  const outcome = rowOutcomes.find((known) => known === event.url.searchParams.get('outcome'))
  const after = event.url.searchParams.get('after')
  const query = new URLSearchParams({ ...(outcome && { outcome }), ...(after !== null && /^\d{1,9}$/.test(after) && { after }) })
  const report = job.sums ? await readApi<ReportPage>(event, `${path}/report?${query}`) : undefined
  return { job, report, outcome, isFirstPage: after === null }
}

/** Does one step and comes back to the page, which then shows what came of it. */
async function take(event: RequestEvent, form: FormData, { step, ...ask }: Ask & { step: string }) {
  const done = await act<ImportJob>(event, form, { ...ask, path: `/imports/${event.params.id}/${step}` })
  if (done.ok) return undefined
  // The fields of this form are called as the API points to them.
  const { title, errors = [] } = done.problem
  return fail(done.status, { title, errors })
}

export const actions: Actions = {
  check: async (event) => {
    const form = await readForm(event)
    const mapping = readMapping(form)
    const refused =
      (mapping && (await take(event, form, { step: 'mapping', method: 'PUT', json: mapping }))) ??
      (await take(event, form, { step: 'check', method: 'POST' }))
    if (refused) return fail(refused.status, { ...refused.data, mapping })
    redirect(303, event.url.pathname)
  },
  run: async (event) => {
    const refused = await take(event, await readForm(event), { step: 'run', method: 'POST' })
    if (refused) return fail(refused.status, { ...refused.data, mapping: undefined })
    redirect(303, event.url.pathname)
  },
}
