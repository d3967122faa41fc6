import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { chooseLocale } from '#lib/locale.ts'
import * as m from '#lib/paraglide/messages.js'
import { isCrossSite } from '#lib/server/is-cross-site.ts'
import { isPublicPage } from '#lib/server/is-public-page.ts'
import { speak } from '#lib/server/speak.ts'
import { withSecurityHeaders } from '../security-headers.ts'

// What a script in the browser would find its way by; there is none, and what people wrote never holds a bare `<`.
const marks = /<!--(?:\[-?\d*!?|\]|[a-z0-9]{1,8}|)-->/g

export const handle: Handle = async ({ event, resolve }) => {
  const locale = chooseLocale(event.url.pathname, event.request.headers.get('accept-language'))
  event.locals.locale = locale
  return speak(locale, async () => {
    if (isCrossSite(event.request, event.url.origin)) {
      const refusal = new Response(m.cross_site(), { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } })
      return withSecurityHeaders(refusal)
    }
    const rendered = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace(marks, '') })
    const { status = rendered.status } = event.locals
    const secured = withSecurityHeaders(new Response(rendered.body, { status, headers: rendered.headers }))
    if (isPublicPage(event.request, event.route.id, status)) secured.headers.set('cache-control', 'public, max-age=30')
    // Straight from the sources, styles stand in the page and changes arrive by a socket; the build leaves this line out.
    if (import.meta.env.DEV) secured.headers.set('content-security-policy', "default-src 'self' 'unsafe-inline' ws:")
    secured.headers.set('vary', 'Cookie, Accept-Encoding')
    secured.headers.delete('x-sveltekit-page')
    if (secured.headers.get('content-type') === 'text/html') secured.headers.set('content-type', 'text/html; charset=utf-8')
    return secured
  })
}

/** A fault is reported by its kind and place alone: its message may hold what somebody wrote. The reader hears only that it broke. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  const isError = error instanceof Error
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  event.platform?.report({
    route: event.route.id,
    fault: isError ? error.name : typeof error,
    at: frames.slice(0, 5).map((frame) => frame.trim()),
  })
}
