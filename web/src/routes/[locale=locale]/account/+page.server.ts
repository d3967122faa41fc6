import type { Account } from '@kunak/contracts/identity'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { account: await readApi<Account>(event, '/account'), done: event.url.searchParams.get('done') }
}

/** Says yes or no to the invitation that the form names. */
const answerInvitation = (how: 'acceptance' | 'decline', done: string) => async (event: RequestEvent) => {
  const id = formText(await readForm(event), 'id')
  const answer = await askApi(event, `/invitations/${encodeURIComponent(id || '0')}/${how}`, { method: 'POST' })
  if (!answer.ok) return fail(answer.refusal.status, { title: answer.refusal.title })
  redirect(303, `${event.url.pathname}?done=${done}`)
}

export const actions: Actions = {
  accept: answerInvitation('acceptance', 'joined'),
  decline: answerInvitation('decline', 'declined'),
  signOut: async (event) => {
    await askApi(event, '/sign-out', { method: 'POST' })
    redirect(303, `/${event.params.locale}`)
  },
}
