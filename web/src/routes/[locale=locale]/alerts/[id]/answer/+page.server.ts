import { problems } from '@kunak/contracts'
import type { AlertAnswered, AlertHelp, AlertView } from '@kunak/contracts/alerts'
import { error, fail, redirect } from '@sveltejs/kit'
import { mayAnswerFor } from '#lib/alerts/help/may-answer-for.ts'
import { formText } from '#lib/form-text.ts'
import { act, actAndShow } from '#lib/server/act.ts'
import { alertPath } from '#lib/server/alert-to-do.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { me } = await event.parent()
  const path = alertPath(event.params.id)
  const alert = await readApi<AlertView>(event, path)
  if (alert.part !== 'whole') error(problems.not_found.status, problems.not_found[event.locals.locale])
  const help = await readApi<AlertHelp>(event, `${path}/help`)
  return { alert, help, memberships: mayAnswerFor(me, alert), now: new Date() }
}

const alertPage = ({ params }: { readonly params: { readonly id: string; readonly locale: string } }) =>
  `/${params.locale}/alerts/${params.id}`

export const actions: Actions = {
  answer: async (event) => {
    const form = await readForm(event)
    const [answer, organisation] = [formText(form, 'answer'), formText(form, 'organisation')]
    const path = `${alertPath(event.params.id)}/answer`
    const json = { answer, organisationId: organisation || null }
    const done = await act<AlertAnswered>(event, form, { method: 'POST', path, json })
    if (done.ok) redirect(303, `${alertPage(event)}?done=${answer === 'can_help' ? 'answered_can' : 'answered'}`)
    return fail(done.status, done.refused)
  },
  remind: async (event) => {
    const form = await readForm(event)
    const path = `${alertPath(event.params.id)}/reminder`
    const json = { hours: Number(formText(form, 'hours')) }
    return await actAndShow(event, form, { method: 'PUT', path, json, at: alertPage(event), done: 'reminder' })
  },
  forget: async (event) => {
    const path = `${alertPath(event.params.id)}/reminder`
    return await actAndShow(event, await readForm(event), { method: 'DELETE', path, at: alertPage(event), done: 'no_reminder' })
  },
}
