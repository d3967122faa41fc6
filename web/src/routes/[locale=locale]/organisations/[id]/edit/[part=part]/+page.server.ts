import type { EditableProfile } from '@kunak/contracts/directory'
import { fail, redirect } from '@sveltejs/kit'
import { formText } from '#lib/form-text.ts'
import { fingerprintsOf } from '#lib/directory/profile-form/compare-drafts.ts'
import { draftOf, withSpareRows } from '#lib/directory/profile-form/profile-draft.ts'
import { partAfter, profileParts, valuesOf } from '#lib/directory/profile-form/profile-parts.ts'
import { readSentForm } from '#lib/directory/profile-form/read-sent-form.ts'
import { savePart } from '#lib/directory/profile-form/save-part.ts'
import { readApi } from '#lib/server/ask-api.ts'
import { readForm } from '#lib/server/read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { id, part } = event.params
  const { profile } = await readApi<EditableProfile>(event, `/organisations/${id}/profile`)
  const draft = draftOf(profile)
  return {
    id,
    part,
    number: profileParts.indexOf(part) + 1,
    count: profileParts.length,
    next: partAfter(part),
    names: profile.names,
    draft: withSpareRows(draft),
    base: fingerprintsOf(valuesOf(draft, part)),
  }
}

export const actions: Actions = {
  addRows: async (event) => {
    const { draft, group, base } = readSentForm(await readForm(event))
    return { base, draft: withSpareRows(draft, group), errors: [], title: undefined, differences: undefined }
  },
  save: async (event) => {
    const { id, part, locale } = event.params
    const form = await readForm(event)
    const refused = await savePart(event, { id, part }, form)
    if (refused) return fail(refused.status, refused)
    const next = formText(form, 'then') === 'next' ? partAfter(part) : undefined
    redirect(303, `/${locale}/organisations/${id}/edit${next ? `/${next}` : ''}?done=saved`)
  },
}
