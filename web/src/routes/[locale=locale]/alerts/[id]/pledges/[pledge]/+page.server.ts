import type { PledgeView } from '@kunak/contracts/alerts'
import type { RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPath } from '#lib/server/alert-to-do.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

const pathOf = ({ params }: { readonly params: { readonly id: string; readonly pledge: string } }) =>
  `${alertPath(params.id)}/pledges/${encodeURIComponent(params.pledge)}`

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  return { pledge: await readApi<PledgeView>(event, pathOf(event)) }
}

/** Says how she can be reached, or, with null, takes it back. */
async function share(event: RequestEvent & Parameters<typeof pathOf>[0], form: FormData, contact: string | null) {
  const sent = { id: '', text: '', contact: contact ?? '' }
  const done = contact === null ? 'taken_back' : 'shared'
  return await actAndShow(event, form, { method: 'PUT', path: `${pathOf(event)}/contact`, json: { contact }, sent, done })
}

export const actions: Actions = {
  move: async (event) => {
    const form = await readForm(event)
    const json = { to: formText(form, 'to') }
    const sent = { id: '', text: '', contact: '' }
    return await actAndShow(event, form, { method: 'POST', path: `${pathOf(event)}/state`, json, sent, done: 'moved' })
  },
  write: async (event) => {
    const form = await readForm(event)
    const json = { id: formText(form, 'id'), text: formText(form, 'text') }
    const sent = { ...json, contact: '' }
    return await actAndShow(event, form, { method: 'POST', path: `${pathOf(event)}/messages`, json, sent, done: 'written' })
  },
  share: async (event) => {
    const form = await readForm(event)
    return await share(event, form, formText(form, 'contact'))
  },
  takeBack: async (event) => await share(event, await readForm(event), null),
}
