import { applyToJoin } from '#lib/server/apply-to-join.ts'
import { exposureNoticeFor } from '@kunak/vocabulary'
import type { Actions, PageServerLoad } from './$types'

/** First which country, then what taking part may mean there, with the first page of the form. */
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

export const actions: Actions = { apply: applyToJoin }
