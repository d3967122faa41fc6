import type { Notifications } from '@kunak/contracts/alerts'
import type { Account } from '@kunak/contracts/identity'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const [account, { unseen }] = await Promise.all([
    readApi<Account>(event, '/account'),
    readApi<Notifications>(event, '/notifications'),
  ])
  return { account, unseen }
}

/** Says yes or no to the invitation that the form names. */
const answerInvitation = (how: 'acceptance' | 'decline', done: string) => async (event: RequestEvent) => {
  const form = await readForm(event)
  const path = `/invitations/${encodeURIComponent(formText(form, 'id') || '0')}/${how}`
  return await actAndShow(event, form, { method: 'POST', path, done })
}

export const actions: Actions = {
  accept: answerInvitation('acceptance', 'joined'),
  decline: answerInvitation('decline', 'declined'),
  signOut: async (event) => {
    await askApi(event, '/sign-out', { method: 'POST' })
    redirect(303, `/${event.params.locale}`)
  },
}
