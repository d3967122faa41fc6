import { problems } from '@kunak/contracts'
import type { Colleagues, Invitations } from '@kunak/contracts/identity'
import { error } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

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
  }
}

/** What an action needs of its form: the form, the address of the person whom it names, and where the reader's own account is. */
async function ofPerson(event: RequestEvent) {
  const form = await readForm(event)
  const { id, locale } = event.params
  const personId = formText(form, 'personId')
  return { form, personId, path: `/organisations/${id}/people/${encodeURIComponent(personId || '0')}`, at: `/${locale}/account` }
}

export const actions: Actions = {
  invite: async (event) => {
    const form = await readForm(event)
    const sent = { mail: formText(form, 'mail'), role: formText(form, 'role') }
    const path = `/organisations/${event.params.id}/invitations`
    return await actAndShow(event, form, { method: 'POST', path, json: sent, sent, done: 'invited' })
  },
  withdraw: async (event) => {
    const form = await readForm(event)
    const path = `/organisations/${event.params.id}/invitations/${encodeURIComponent(formText(form, 'id') || '0')}`
    return await actAndShow(event, form, { method: 'DELETE', path, done: 'done' })
  },
  role: async (event) => {
    const { form, path } = await ofPerson(event)
    return await actAndShow(event, form, { method: 'PUT', path, json: { role: formText(form, 'role') }, done: 'done' })
  },
  remove: async (event) => {
    const { form, path } = await ofPerson(event)
    return await actAndShow(event, form, { method: 'DELETE', path, done: 'done' })
  },
  leave: async (event) => {
    const { form, path, at } = await ofPerson(event)
    return await actAndShow(event, form, { method: 'DELETE', path, at, done: 'left' })
  },
  handOver: async (event) => {
    const { form, personId, at } = await ofPerson(event)
    const path = `/organisations/${event.params.id}/handover`
    return await actAndShow(event, form, { method: 'POST', path, json: { personId }, at, done: 'left' })
  },
}
