import type { RequestEvent } from '@sveltejs/kit'
import { formText } from '../form-text.ts'
import { actAndShow } from './act.ts'
import type { Ask } from './ask-api.ts'
import { readForm } from './read-form.ts'

type DeskEvent = RequestEvent & { params: { locale: string } }

/** What every page of the desk that shows proposals can do with them. All of it leads back to the desk, where what was done is said. */
export const proposalActions = {
  propose: async (event: DeskEvent) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const named = ['organisationId', 'freezeCode', 'mail'].filter((name) => form.has(name))
    const subject = Object.fromEntries(named.map((name): [string, string] => [name, said(name)]))
    const [act, reason] = [said('act'), said('reason')]
    const sent = { act, mail: said('mail'), freezeCode: said('freezeCode'), reason }
    const json = { act, ...subject, reason }
    const at = desk(event)
    return await actAndShow(event, form, { method: 'POST', path: '/proposals', json, sent, at, done: 'proposed' })
  },
  confirm: (event: DeskEvent) => onOne(event, { of: 'proposals', then: '/confirmation', method: 'POST', done: 'confirmed' }),
  withdraw: (event: DeskEvent) => onOne(event, { of: 'proposals', then: '', method: 'DELETE', done: 'withdrawn' }),
  closeReport: (event: DeskEvent) => onOne(event, { of: 'reports', then: '/closure', method: 'POST', done: 'closed' }),
}

const desk = ({ params }: DeskEvent) => `/${params.locale}/desk`

/** Does something with the proposal or report that the form names. */
async function onOne(event: DeskEvent, { of, then, ...ask }: Ask & { of: string; then: string; done: string }) {
  const form = await readForm(event)
  const path = `/${of}/${encodeURIComponent(formText(form, 'id'))}${then}`
  return await actAndShow(event, form, { ...ask, path, at: desk(event) })
}
