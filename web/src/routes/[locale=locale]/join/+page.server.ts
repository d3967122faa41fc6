import { formText, formTexts } from '#lib/form-text.ts'
import { actAndShow } from '#lib/server/act.ts'
import { readForm } from '#lib/server/read-form.ts'
import { exposureNoticeFor } from '@kunak/vocabulary'
import type { Actions, PageServerLoad } from './$types'

/** First which country, then what taking part may mean there, with the form. */
export const load: PageServerLoad = ({ url }) => {
  const [listed, typed] = ['country', 'other'].map((name) => url.searchParams.get(name)?.trim().toUpperCase() ?? '')
  const country = typed || listed || ''
  const isCountry = /^[A-Z]{2}$/.test(country)
  return {
    country: isCountry ? country : undefined,
    notice: isCountry ? exposureNoticeFor(country) : undefined,
    isWrong: country !== '' && !isCountry,
    isDone: url.searchParams.get('done') === 'received',
  }
}

export const actions: Actions = {
  apply: async (event) => {
    const form = await readForm(event)
    const said = (name: string) => formText(form, name)
    const sent = {
      names: { ru: said('names/ru'), en: said('names/en') },
      worksIn: formTexts(form, 'worksIn'),
      languages: formTexts(form, 'languages'),
      country: said('country'),
      website: said('website'),
      knows: said('knows'),
      mail: said('mail'),
    }
    const json = { ...sent, locale: event.locals.locale }
    return await actAndShow(event, form, { method: 'POST', path: '/applications', json, sent, done: 'received' })
  },
}
