import type { OrganisationView, Vouches } from '@kunak/contracts/directory'
import { problems } from '@kunak/contracts'
import { error } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { askApi, readApi } from '#lib/server/ask-api.ts'
import { giveVouch } from '#lib/server/give-vouch.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

/** For an organisation's own people, its vouches; for a steward of another one, the place where she vouches for it. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params
  const { me } = await event.parent()
  if (!me.isSignedIn) error(problems.not_signed_in.status, problems.not_signed_in[event.locals.locale])
  const seen = await askApi<OrganisationView>(event, `/organisations/${id}`)
  const own = me.memberships.find(({ organisationId }) => organisationId === id)
  return {
    id,
    own,
    /** What the reader may see of it; an applicant is shown to nobody outside. */
    names: seen.ok ? seen.value.names : undefined,
    vouches: own ? await readApi<Vouches>(event, `/organisations/${id}/vouches`) : undefined,
    speaksFor: me.memberships.filter(({ role, organisationId }) => role === 'steward' && (!own || organisationId === id)),
    page: `${event.url.origin}${event.url.pathname}`,
    today: new Date().toISOString(),
  }
}

export const actions: Actions = {
  give: giveVouch,
  revoke: async (event) => {
    const form = await readForm(event)
    const path = `/organisations/${event.params.id}/vouches/${encodeURIComponent(formText(form, 'to'))}`
    return await actAndShow(event, form, { method: 'DELETE', path, done: 'revoked' })
  },
}
