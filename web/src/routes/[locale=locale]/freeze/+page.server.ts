import type { Frozen, FrozenOrganisations } from '@kunak/contracts/directory'
import { fail } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { askApi } from '#lib/server/ask-api.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  // Once it is frozen her session is over, and this very page still has to say so.
  if (event.request.method === 'GET') await needSignIn(event)
  const { me } = await event.parent()
  const frozen = me.isSignedIn ? await askApi<FrozenOrganisations>(event, '/frozen') : null
  return { led: me.memberships.filter(({ role }) => role === 'steward'), frozen: frozen?.ok ? frozen.value.frozen : [] }
}

export const actions: Actions = {
  // What comes back is the page itself, not another address: no history is to say what was done.
  default: async (event) => {
    const id = formText(await readForm(event), 'organisation')
    if (!id) return fail(422, { isUnchosen: true })
    const answer = await askApi<Frozen>(event, `/organisations/${encodeURIComponent(id)}/freeze`, { method: 'POST' })
    return answer.ok ? { done: answer.value } : fail(answer.refusal.status, { title: answer.refusal.title })
  },
}
