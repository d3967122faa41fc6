import { newUlid } from '@kunak/contracts'
import { newDraft } from '#lib/alerts/alert-form/alert-draft.ts'
import { alertFormData } from '#lib/server/alert-form-again.ts'
import { needSignIn } from '#lib/server/need-sign-in.ts'
import { saveAlertDraft } from '#lib/server/save-alert-draft.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  await needSignIn(event)
  const { me } = await event.parent()
  const asked = event.url.searchParams.get('about') ?? ''
  const isOwn = me.memberships.some(({ organisationId }) => organisationId === asked)
  const { circles, about } = await alertFormData(event, isOwn ? '' : asked)
  const draft = newDraft({
    // Made with the page, so that a double click makes one alert.
    id: newUlid(Date.now()),
    organisation: isOwn ? asked : me.memberships.length === 1 ? (me.memberships[0]?.organisationId ?? '') : '',
    language: event.locals.locale,
    now: new Date(),
    about: about?.id,
  })
  return { draft, circles, about }
}

export const actions: Actions = { default: (event) => saveAlertDraft(event, null) }
