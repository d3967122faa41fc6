import type { FoundOrganisations } from '@kunak/contracts/directory'
import { directoryQuery, withQuery } from '#lib/directory/directory-query.ts'
import { askApi } from '#lib/server/ask-api.ts'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const query = directoryQuery(event.url.searchParams)
  const found = await askApi<FoundOrganisations>(event, withQuery('/organisations', query))
  if (!found.ok && found.refusal.status >= 500) error(found.refusal.status, found.refusal.title)
  if (!found.ok) event.locals.status = found.refusal.status
  return { query, found }
}
