import { problems } from '@kunak/contracts'
import type { AlertHelp, AlertView } from '@kunak/contracts/alerts'
import { error } from '@sveltejs/kit'
import { mayAnswerFor } from '#lib/alerts/help/may-answer-for.ts'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { alertPage, alertPath } from '#lib/server/alert-to-do.ts'
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

export const actions: Actions = {
  answer: async (event) => {
    const form = await readForm(event)
    const [answer, organisation] = [formText(form, 'answer'), formText(form, 'organisation')]
    const path = `${alertPath(event.params.id)}/answer`
    const json = { answer, organisationId: organisation || null }
    const done = answer === 'can_help' ? 'answered_can' : 'answered'
    const fieldOf = (field: string) => (field === 'organisationId' ? 'organisation' : field)
    return await actAndShow(event, form, { method: 'POST', path, json, fieldOf, at: alertPage(event), done })
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
