import type { CircleView, FoundOrganisations } from '@kunak/contracts/directory'
import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { type Ask, askApi, readApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
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
    done: event.url.searchParams.get('done'),
  }
}

/** Acts for the organisation that the form names, and says on the page what became of it. */
async function act(
  event: RequestEvent & { params: { id: string } },
  { done, to, ask }: { done: string; to?: string; ask: (form: FormData) => { path: string } & Ask },
) {
  const form = await readForm(event)
  const { path, ...rest } = ask(form)
  const organisation = encodeURIComponent(formText(form, 'organisation') || '0')
  const answer = await askApi(event, `/organisations/${organisation}/circles/${encodeURIComponent(event.params.id)}${path}`, rest)
  if (!answer.ok) return fail(answer.refusal.status, { title: answer.refusal.title })
  redirect(303, `${to ?? event.url.pathname}?done=${done}`)
}

export const actions: Actions = {
  invite: (event) =>
    act(event, {
      done: 'invited',
      ask: (form) => ({ path: '/invitations', method: 'POST', json: { organisationId: formText(form, 'invited') } }),
    }),
  remove: (event) =>
    act(event, {
      done: 'removed',
      ask: (form) => ({ path: `/members/${encodeURIComponent(formText(form, 'member'))}`, method: 'DELETE' }),
    }),
  leave: (event) =>
    act(event, { done: 'left', to: `/${event.params.locale}/circles`, ask: () => ({ path: '', method: 'DELETE' }) }),
}
