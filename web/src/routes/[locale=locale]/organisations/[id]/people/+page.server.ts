import { problems } from '@kunak/contracts'
import type { Colleagues, Invitations } from '@kunak/contracts/identity'
import { error, fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { confirmedAct, doAndShow } from '#lib/server/confirmed-act.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

/** Who belongs to an organisation, for its own people; for its stewards also whom it has invited, and one person to act on. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params
  const { me } = await event.parent()
  const own = me.memberships.find(({ organisationId }) => organisationId === id)
  if (!own) error(problems.not_found.status, problems.not_found[event.locals.locale])
  const isSteward = own.role === 'steward'
  const { people } = await readApi<Colleagues>(event, `/organisations/${id}/people`)
  const chosen = event.url.searchParams.get('person')
  return {
    id,
    own,
    isSteward,
    people,
    chosen: isSteward ? people.find(({ personId }) => personId === chosen) : undefined,
    invitations: isSteward ? (await readApi<Invitations>(event, `/organisations/${id}/invitations`)).invitations : [],
    done: event.url.searchParams.get('done'),
  }
}

const segment = (text: string) => encodeURIComponent(text || '0')

export const actions: Actions = {
  invite: async (event) => {
    const form = await readForm(event)
    const json = { mail: formText(form, 'mail'), role: formText(form, 'role') }
    const done = await confirmedAct(event, form, { path: `/organisations/${event.params.id}/invitations`, method: 'POST', json })
    if (done.ok) redirect(303, `${event.url.pathname}?done=invited`)
    const { status, data } = done.failed
    return fail(status, { ...data, sent: json })
  },
  withdraw: async (event) => {
    const form = await readForm(event)
    const path = `/organisations/${event.params.id}/invitations/${segment(formText(form, 'id'))}`
    return doAndShow(event, form, { path, method: 'DELETE' })
  },
  role: async (event) => {
    const form = await readForm(event)
    const path = `/organisations/${event.params.id}/people/${segment(formText(form, 'personId'))}`
    return doAndShow(event, form, { path, method: 'PUT', json: { role: formText(form, 'role') } })
  },
  remove: async (event) => {
    const form = await readForm(event)
    const path = `/organisations/${event.params.id}/people/${segment(formText(form, 'personId'))}`
    return doAndShow(event, form, { path, method: 'DELETE' })
  },
  leave: async (event) => {
    const form = await readForm(event)
    const path = `/organisations/${event.params.id}/people/${segment(formText(form, 'personId'))}`
    const done = await confirmedAct(event, form, { path, method: 'DELETE' })
    if (!done.ok) return done.failed
    redirect(303, `/${event.params.locale}/account?done=left`)
  },
  handOver: async (event) => {
    const form = await readForm(event)
    const json = { personId: formText(form, 'personId') }
    const done = await confirmedAct(event, form, { path: `/organisations/${event.params.id}/handover`, method: 'POST', json })
    if (!done.ok) return done.failed
    redirect(303, `/${event.params.locale}/account?done=left`)
  },
}
