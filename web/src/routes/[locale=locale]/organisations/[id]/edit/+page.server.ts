import type { EditableProfile } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { fingerprintsOf } from '#lib/directory/profile-form/compare-drafts.ts'
import { draftOf, withSpareRows } from '#lib/directory/profile-form/profile-draft.ts'
import { readSentForm } from '#lib/directory/profile-form/read-sent-form.ts'
import { saveDraft } from '#lib/directory/profile-form/save-draft.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { chooseAudienceCircle } from '#lib/server/choose-audience-circle.ts'
import { removeOrganisation } from '#lib/server/remove-organisation.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { profile, ...editable } = await readApi<EditableProfile>(event, `/organisations/${event.params.id}/profile`)
  const draft = draftOf(profile)
  return {
    ...editable,
    names: profile.names,
    draft: withSpareRows(draft),
    base: fingerprintsOf(draft),
  }
}

export const actions: Actions = {
  addRows: async (event) => {
    const { draft, group, ...sent } = readSentForm(await readForm(event))
    return { ...sent, draft: withSpareRows(draft, group), errors: [], title: undefined, differences: undefined }
  },
  save: async (event) => {
    const refused = await saveDraft(event, event.params.id, await readForm(event))
    if (refused) return fail(refused.status, refused)
    redirect(303, `/${event.params.locale}/organisations/${event.params.id}?done=saved`)
  },
  circle: chooseAudienceCircle,
  remove: removeOrganisation,
}
