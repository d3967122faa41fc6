import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { askApi } from './ask-api.ts'
import { readForm } from './read-form.ts'
import { proofIn, stepUpFor } from './step-up.ts'

type DeskEvent = RequestEvent & { params: { locale: string } }

/** What every page of the desk that shows proposals can do with them. All of it leads back to the desk, where what was done is said. */
export const proposalActions = {
  propose: async (event: DeskEvent) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const named = ['organisationId', 'freezeCode', 'mail'].filter((name) => form.has(name))
    const subject = Object.fromEntries(named.map((name): [string, string] => [name, said(name)]))
    const [act, reason] = [said('act'), said('reason')]
    const json = { act, ...subject, reason }
    const answer = await askApi(event, '/proposals', { method: 'POST', json, proof: proofIn(form) })
    if (answer.ok) redirect(303, `/${event.params.locale}/desk?done=proposed`)
    const stepUp = await stepUpFor(event, form, answer)
    if (stepUp) return fail(stepUp.status, { stepUp })
    const { status, title, errors = [] } = answer.refusal
    const sent = { act, mail: said('mail'), freezeCode: said('freezeCode'), reason }
    return fail(status, { title, errors: errors.map(({ field, message }) => ({ field: field.slice(1), message })), sent })
  },
  confirm: async (event: DeskEvent) => {
    const form = await readForm(event)
    const path = `/proposals/${encodeURIComponent(formText(form, 'id'))}/confirmation`
    const answer = await askApi(event, path, { method: 'POST', proof: proofIn(form) })
    if (answer.ok) redirect(303, `/${event.params.locale}/desk?done=confirmed`)
    const stepUp = await stepUpFor(event, form, answer)
    if (stepUp) return fail(stepUp.status, { stepUp })
    return fail(answer.refusal.status, { title: answer.refusal.title, errors: [] })
  },
  withdraw: async (event: DeskEvent) => {
    const id = formText(await readForm(event), 'id')
    const answer = await askApi(event, `/proposals/${encodeURIComponent(id)}`, { method: 'DELETE' })
    if (answer.ok) redirect(303, `/${event.params.locale}/desk?done=withdrawn`)
    return fail(answer.refusal.status, { title: answer.refusal.title, errors: [] })
  },
  closeReport: async (event: DeskEvent) => {
    const id = formText(await readForm(event), 'id')
    const answer = await askApi(event, `/reports/${encodeURIComponent(id)}/closure`, { method: 'POST' })
    if (answer.ok) redirect(303, `/${event.params.locale}/desk?done=closed`)
    return fail(answer.refusal.status, { title: answer.refusal.title, errors: [] })
  },
}
