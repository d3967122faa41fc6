import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/**
 * What programs follow, as the API writes it. Of the request only the address goes on, and which bytes the reader has already: whoever
 * she is, she gets what everybody gets.
 */
export const GET: RequestHandler = async ({ url, request, platform }) => {
  if (!platform) return error(500)
  const has = request.headers.get('if-none-match')
  const headers = new Headers(has === null ? {} : { 'if-none-match': has })
  const asked = new Request(new URL(`/api/v1${url.pathname}${url.search}`, url.origin), { headers })
  const answer = await platform.api.fetch(asked, platform.environment)
  return new Response(answer.body, answer)
}
