import type { RequestHandler } from './$types'

/** The bare address leads to the reader's language. */
export const GET: RequestHandler = ({ locals, url }) =>
  new Response(null, { status: 303, headers: { location: `/${locals.locale}${url.search}` } })
