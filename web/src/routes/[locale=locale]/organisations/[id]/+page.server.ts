import type { EditableProfile, OrganisationView } from '@kunak/contracts/directory'
import { jsonLd, jsonLdText } from '@kunak/domain/directory'
import { fail, redirect } from '@sveltejs/kit'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { isAnonymous } from '#lib/server/is-public-page.ts'
import { readForm } from '#lib/server/read-form.ts'
import { recordFlags } from '#lib/server/record-flags.ts'
import { removeOrganisation } from '#lib/server/remove-organisation.ts'
import { reportOrganisation } from '#lib/server/report-organisation.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { id } = event.params
  const { me } = await event.parent()
  const isOwn = me.memberships.some(({ organisationId }) => organisationId === id)
  const organisation = await readApi<OrganisationView>(event, `/organisations/${id}`)
  const editable = isOwn ? await readApi<EditableProfile>(event, `/organisations/${id}/profile`) : undefined
  const page = `${event.url.origin}${event.url.pathname}`
  return {
    organisation,
    isOwn,
    audiences: editable?.profile.audiences,
    contactAudiences: editable?.profile.contacts.map(({ audience }) => audience),
    forMachines: isAnonymous(event.request) ? jsonLdText(jsonLd(organisation, page, event.locals.locale)) : undefined,
  }
}

export const actions: Actions = {
  assure: async (event) => {
    const path = `/organisations/${event.params.id}/assurance`
    const done = await act(event, await readForm(event), { method: 'POST', path })
    if (!done.ok) return fail(done.status, { problem: done.refused.title })
    redirect(303, `${event.url.pathname}?done=assured`)
  },
  recordFlags,
  remove: removeOrganisation,
  report: reportOrganisation,
}
