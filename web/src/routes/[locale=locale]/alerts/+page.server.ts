import type { AlertPage } from '@kunak/contracts/alerts'
import { error } from '@sveltejs/kit'
import { alertQuery, withQuery } from '#lib/alerts/alert-query.ts'
import { askApi } from '#lib/server/ask-api.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const query = alertQuery(event.url.searchParams)
  const found = await askApi<AlertPage>(event, withQuery('/alerts', query))
  if (!found.ok && found.refusal.status >= 500) error(found.refusal.status, found.refusal.title)
  if (!found.ok) event.locals.status = found.refusal.status
  return { query: Object.fromEntries(query), found, now: new Date() }
}
