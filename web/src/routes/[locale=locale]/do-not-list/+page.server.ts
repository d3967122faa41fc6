import type { DoNotListPage } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { formText, formTexts } from '#lib/form-text.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after')
  const query = new URLSearchParams(after === null ? {} : { after })
  const register = await readApi<DoNotListPage>(event, `/do-not-list?${query}`)
  const done = event.url.searchParams.get('done')
  return { ...register, isFirstPage: after === null, done }
}

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event)
    const text = (name: string) => formText(form, name)
    const names = Object.fromEntries(['ru', 'en'].map((tag) => [tag, text(`/names/${tag}`)]))
    const schemes = formTexts(form, 'scheme')
    const identifiers = formTexts(form, 'value')
      .map((value, index) => ({ scheme: schemes[index] ?? 'other', value }))
      .filter(({ value }) => value !== '')
    const entry = { names, acronym: text('/acronym'), identifiers, reason: text('/reason') }
    const answer = await askApi(event, '/do-not-list', { method: 'POST', json: entry })
    if (!answer.ok)
      return fail(answer.refusal.status, { entry, title: answer.refusal.title, errors: answer.refusal.errors ?? [] })
    redirect(303, `${event.url.pathname}?done=added`)
  },
  remove: async (event) => {
    const id = formText(await readForm(event), 'id')
    const answer = await askApi(event, `/do-not-list/${encodeURIComponent(id)}`, { method: 'DELETE' })
    if (!answer.ok) return fail(answer.refusal.status, { entry: undefined, title: answer.refusal.title, errors: [] })
    redirect(303, `${event.url.pathname}?done=removed`)
  },
}
