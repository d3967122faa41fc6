import type { EditableProfile } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { partHolds } from '#lib/directory/profile-form/part-holds.ts'
import { partLacks } from '#lib/directory/profile-form/part-lacks.ts'
import { partTitle } from '#lib/directory/profile-form/part-title.ts'
import { draftOf } from '#lib/directory/profile-form/profile-draft.ts'
import { audiencesOf, profileParts } from '#lib/directory/profile-form/profile-parts.ts'
import { act } from '#lib/server/act.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { removeOrganisation } from '#lib/server/remove-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const editable = await readApi<EditableProfile>(event, `/organisations/${event.params.id}/profile`)
  const { profile, circles, audienceCircle } = editable
  const draft = draftOf(profile)
  const today = new Date().toISOString().slice(0, 10)
  return {
    id: editable.id,
    names: profile.names,
    freshness: editable.freshness,
    assuredOn: editable.assuredOn,
    mayWiden: editable.mayWiden,
    circle: circles.find(({ id }) => id === audienceCircle)?.name,
    hasCircles: circles.length > 0,
    parts: profileParts.map((part) => ({
      part,
      title: partTitle(part),
      ...partHolds(draft, part),
      audiences: audiencesOf(part).map((group) => ({ group, audience: profile.audiences[group] })),
      lacks: partLacks(editable, part, today),
    })),
  }
}

export const actions: Actions = {
  assure: async (event) => {
    const path = `/organisations/${event.params.id}/assurance`
    const done = await act(event, await readForm(event), { method: 'POST', path })
    if (!done.ok) return fail(done.status, { refused: done.refused.title })
    redirect(303, `${event.url.pathname}?done=assured`)
  },
  remove: async (event) => {
    const refused = await removeOrganisation(event)
    return fail(refused.status, { refused: refused.data.removalRefused })
  },
}
