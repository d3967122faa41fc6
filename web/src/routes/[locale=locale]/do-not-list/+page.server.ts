import type { DoNotListPage } from '@kunak/contracts/directory'
import { formText, formTexts } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after')
  const query = new URLSearchParams(after === null ? {} : { after })
  const register = await readApi<DoNotListPage>(event, `/do-not-list?${query}`)
  return { ...register, isFirstPage: after === null }
}

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event)
    const text = (name: string) => formText(form, name)
    const names = Object.fromEntries(['ru', 'en'].map((tag) => [tag, text(`names/${tag}`)]))
    const schemes = formTexts(form, 'scheme')
    const identifiers = formTexts(form, 'value')
      .map((value, index) => ({ scheme: schemes[index] ?? 'other', value }))
      .filter(({ value }) => value !== '')
    const sent = { names, acronym: text('acronym'), identifiers, reason: text('reason') }
    return await actAndShow(event, form, { method: 'POST', path: '/do-not-list', json: sent, sent, done: 'added' })
  },
  remove: async (event) => {
    const form = await readForm(event)
    const path = `/do-not-list/${encodeURIComponent(formText(form, 'id'))}`
    return await actAndShow(event, form, { method: 'DELETE', path, done: 'removed' })
  },
}
