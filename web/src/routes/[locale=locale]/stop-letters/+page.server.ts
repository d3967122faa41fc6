import { error, fail, redirect } from '@sveltejs/kit'
import { askApi } from '#lib/server/ask-api.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => {
  const isDone = url.searchParams.has('done')
  if (!isDone && !url.searchParams.has('token')) error(404)
  return { isDone }
}

export const actions: Actions = {
  default: async (event) => {
    const token = event.url.searchParams.get('token') ?? ''
    const answer = await askApi(event, `/stop-letters/${encodeURIComponent(token)}`, { method: 'POST' })
    if (!answer.ok) return fail(answer.refusal.status, { title: answer.refusal.title, isUnknown: answer.refusal.status === 404 })
    redirect(303, `${event.url.pathname}?done`)
  },
}
