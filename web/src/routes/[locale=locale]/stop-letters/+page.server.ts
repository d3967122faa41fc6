import { error, fail, redirect } from '@sveltejs/kit'
import { act } from '#lib/server/act.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => {
  const isDone = url.searchParams.has('done')
  if (!isDone && !url.searchParams.has('token')) error(404)
  return { isDone }
}

export const actions: Actions = {
  default: async (event) => {
    const token = event.url.searchParams.get('token') ?? ''
    const path = `/stop-letters/${encodeURIComponent(token)}`
    const done = await act(event, await readForm(event), { method: 'POST', path })
    if (!done.ok) return fail(done.status, { ...done.refused, isUnknown: done.status === 404 })
    redirect(303, `${event.url.pathname}?done`)
  },
}
