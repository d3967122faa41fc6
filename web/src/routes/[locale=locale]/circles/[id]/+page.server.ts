import type { CircleView, FoundOrganisations } from '@kunak/contracts/directory'
import type { RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { type Ask, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { noOrganisation } from '#lib/server/no-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

/** How many organisations are offered to be asked in. */
const most = 10

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { me } = await event.parent()
  const circle = await readApi<CircleView>(event, `/circles/${encodeURIComponent(event.params.id)}`)
  const isIn = (id: string) => [...circle.members, ...circle.invited].some((one) => one.id === id)
  const q = event.url.searchParams.get('q') ?? ''
  const found =
    q === '' ? null : await readApi<FoundOrganisations>(event, `/organisations?${new URLSearchParams({ q, limit: '20' })}`)
  const led = me.memberships.filter(
    ({ organisationId, role }) => role === 'steward' && circle.members.some(({ id }) => id === organisationId),
  )
  const others = found?.organisations.map(({ organisation }) => organisation).filter(({ id }) => !isIn(id))
  return {
    circle,
    led,
    q,
    found: others?.slice(0, most).map(({ id, names }) => ({ id, names })) ?? null,
  }
}

/** Acts for the organisation that the form names. */
async function actFor(
  event: RequestEvent & { params: { id: string } },
  form: FormData,
  { then, ...ask }: Ask & { then: string; done: string; at?: string },
) {
  const organisation = formText(form, 'organisation')
  if (!organisation) return noOrganisation('organisation')
  const path = `/organisations/${encodeURIComponent(organisation)}/circles/${encodeURIComponent(event.params.id)}${then}`
  return await actAndShow(event, form, { ...ask, path })
}

export const actions: Actions = {
  invite: async (event) => {
    const form = await readForm(event)
    const json = { organisationId: formText(form, 'invited') }
    return await actFor(event, form, { then: '/invitations', method: 'POST', json, done: 'invited' })
  },
  remove: async (event) => {
    const form = await readForm(event)
    const then = `/members/${encodeURIComponent(formText(form, 'member'))}`
    return await actFor(event, form, { then, method: 'DELETE', done: 'removed' })
  },
  leave: async (event) => {
    const at = `/${event.params.locale}/circles`
    return await actFor(event, await readForm(event), { then: '', method: 'DELETE', done: 'left', at })
  },
}
