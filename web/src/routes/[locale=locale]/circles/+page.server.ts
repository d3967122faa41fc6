import type { CircleChanged, MyCircles } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { act, actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { noOrganisation } from '#lib/server/no-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { me } = await event.parent()
  const led = me.memberships.filter(({ role }) => role === 'steward')
  return { ...(await readApi<MyCircles>(event, '/circles')), led }
}

export const actions: Actions = {
  found: async (event) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const sent = { organisation: said('organisation'), name: said('name'), purpose: said('purpose') }
    if (!sent.organisation) return noOrganisation('organisation', sent)
    const path = `/organisations/${encodeURIComponent(sent.organisation)}/circles`
    const json = { name: sent.name, purpose: sent.purpose }
    const done = await act<CircleChanged>(event, form, { method: 'POST', path, json })
    if (!done.ok) return fail(done.status, { ...done.refused, sent })
    redirect(303, `${event.url.pathname}/${done.value.circleId}?done=founded`)
  },
  answer: async (event) => {
    const form = await readForm(event)
    const [organisation, circle] = [formText(form, 'organisation'), formText(form, 'circle')]
    const accept = formText(form, 'accept') === 'yes'
    const path = `/organisations/${encodeURIComponent(organisation)}/circles/${encodeURIComponent(circle)}/answer`
    const at = accept ? `${event.url.pathname}/${circle}` : event.url.pathname
    return await actAndShow(event, form, { method: 'POST', path, json: { accept }, at, done: accept ? 'joined' : 'declined' })
  },
}
