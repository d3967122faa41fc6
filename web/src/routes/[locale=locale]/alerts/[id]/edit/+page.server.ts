import { fail, redirect } from '@sveltejs/kit'
import { draftOf } from '#lib/alerts/alert-form/alert-draft.ts'
import { act } from '#lib/server/act.ts'
import { alertFormData } from '#lib/server/alert-form-again.ts'
import { alertPath, draftToSend } from '#lib/server/alert-to-do.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { readForm } from '#lib/server/read-form.ts'
import { saveAlertDraft } from '#lib/server/save-alert-draft.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { version, ...kept } = await draftToSend(event)
  const draft = draftOf(kept)
  return { draft, version, ...(await alertFormData(event, draft.other)) }
}

export const actions: Actions = {
  save: (event) => saveAlertDraft(event, event.params.id),
  discard: async (event) => {
    const done = await act(event, await readForm(event), { method: 'DELETE', path: alertPath(event.params.id) })
    if (done.ok) redirect(303, `/${event.params.locale}/alerts?state=draft&done=discarded`)
    return fail(done.status, { notDiscarded: done.refused.title })
  },
}
