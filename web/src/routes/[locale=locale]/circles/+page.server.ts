import type { CircleChanged, MyCircles } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { me } = await event.parent()
  const led = me.memberships.filter(({ role }) => role === 'steward')
  return { ...(await readApi<MyCircles>(event, '/circles')), led, done: event.url.searchParams.get('done') }
}

export const actions: Actions = {
  found: async (event) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const sent = { organisation: said('organisation'), name: said('name'), purpose: said('purpose') }
    const path = `/organisations/${encodeURIComponent(sent.organisation || '0')}/circles`
    const json = { name: sent.name, purpose: sent.purpose }
    const answer = await askApi<CircleChanged>(event, path, { method: 'POST', json })
    if (answer.ok) redirect(303, `${event.url.pathname}/${answer.value.circleId}?done=founded`)
    const { status, title, errors = [] } = answer.refusal
    return fail(status, { title, errors: errors.map(({ field, message }) => ({ field: field.slice(1), message })), sent })
  },
  answer: async (event) => {
    const form = await readForm(event)
    const [organisation, circle] = [formText(form, 'organisation'), formText(form, 'circle')]
    const accept = formText(form, 'accept') === 'yes'
    const path = `/organisations/${encodeURIComponent(organisation)}/circles/${encodeURIComponent(circle)}/answer`
    const answer = await askApi<CircleChanged>(event, path, { method: 'POST', json: { accept } })
    if (!answer.ok) return fail(answer.refusal.status, { title: answer.refusal.title, errors: [], sent: undefined })
    redirect(303, accept ? `${event.url.pathname}/${answer.value.circleId}?done=joined` : `${event.url.pathname}?done=declined`)
  },
}
