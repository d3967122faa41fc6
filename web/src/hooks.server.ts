import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { chooseLocale } from '#lib/locale.ts'
import * as m from '#lib/paraglide/messages.js'
import { isCrossSite } from '#lib/server/is-cross-site.ts'
import { isPublicPage } from '#lib/server/is-public-page.ts'
import { speak } from '#lib/server/speak.ts'
import { withSecurityHeaders } from '../security-headers.ts'

export const handle: Handle = async ({ event, resolve }) => {
  const locale = chooseLocale(event.url.pathname, event.request.headers.get('accept-language'))
  event.locals.locale = locale
  return speak(locale, async () => {
    if (isCrossSite(event.request, event.url.origin)) {
      const refusal = new Response(m.cross_site(), { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
      return withSecurityHeaders(refusal)
    }
    const rendered = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
    const { status = rendered.status } = event.locals
    const secured = withSecurityHeaders(new Response(rendered.body, { status, headers: rendered.headers }))
    if (isPublicPage(event.request, event.route.id, status)) secured.headers.set('cache-control', 'public, max-age=30')
    secured.headers.set('vary', 'Cookie, Accept-Encoding')
    return secured
  })
}

/** A fault is logged by its kind and place alone: its message may hold what somebody wrote. The reader hears only that it broke. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  const fault = error instanceof Error ? error.name : typeof error
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  console.error(
    JSON.stringify({ level: 'error', route: event.route.id, fault, at: frames.slice(0, 5).map((frame) => frame.trim()) }),
  )
}
