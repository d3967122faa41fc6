import type { Frozen, FrozenOrganisations } from '@kunak/contracts/directory'
import { fail } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { act } from '#lib/server/act.ts'
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
    const form = await readForm(event)
    const id = formText(form, 'organisation')
    if (!id) return fail(422, { isUnchosen: true })
    const done = await act<Frozen>(event, form, { method: 'POST', path: `/organisations/${encodeURIComponent(id)}/freeze` })
    return done.ok ? { done: done.value } : fail(done.status, done.refused)
  },
}
