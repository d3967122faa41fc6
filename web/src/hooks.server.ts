import { type ProblemCode, problems } from '@kunak/contracts'
import type { UiLocale } from '@kunak/vocabulary'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { chooseLocale } from '#lib/locale.ts'
import * as m from '#lib/paraglide/messages.js'
import { isCrossSite } from '#lib/server/is-cross-site.ts'
import { isPublicPage } from '#lib/server/is-public-page.ts'
import { speak } from '#lib/server/speak.ts'
import { withSecurityHeaders } from '../security-headers.ts'

// What a script in the browser would find its way by; there is none, and what people wrote never holds a bare `<`.
const marks = /<!--(?:\[-?\d*!?|\]|[a-z0-9]{1,8}|)-->/g

/** As much as the API takes for a file, and room for the form around it. */
const largestBody = 6 * 1024 * 1024

/** Says no before any page is made. */
function refuse(code: ProblemCode, locale: UiLocale): Response {
  const { status, [locale]: sentence } = problems[code]
  return withSecurityHeaders(new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } }))
}

export const handle: Handle = async ({ event, resolve }) => {
  const locale = chooseLocale(event.url.pathname, event.request.headers.get('accept-language'))
  event.locals.locale = locale
  return speak(locale, async () => {
    // The data behind a page is for scripts that find their way by themselves; there are none.
    if (event.isDataRequest) return refuse('not_found', locale)
    if (isCrossSite(event.request, event.url.origin)) return refuse('cross_site', locale)
    if (Number(event.request.headers.get('content-length')) > largestBody) return refuse('too_large', locale)
    const rendered = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace(marks, '') })
    const { status = rendered.status } = event.locals
    const secured = withSecurityHeaders(new Response(rendered.body, { status, headers: rendered.headers }))
    if (isPublicPage(event.request, event.route.id, status)) secured.headers.set('cache-control', 'public, max-age=30')
    // Straight from the sources, styles stand in the page and changes arrive by a socket; the build leaves this line out.
    if (import.meta.env.DEV) secured.headers.set('content-security-policy', "default-src 'self' 'unsafe-inline' ws:")
    secured.headers.set('vary', 'Cookie, Accept-Encoding')
    secured.headers.delete('x-sveltekit-page')
    for (const cookie of event.locals.given ?? []) secured.headers.append('set-cookie', cookie)
    if (secured.headers.get('content-type') === 'text/html') secured.headers.set('content-type', 'text/html; charset=utf-8')
    return secured
  })
}

/** A fault is reported by its kind and place alone: its message may hold what somebody wrote. The reader hears only that it broke. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'framework') return { message: m.error_404_what() }
  if (kind !== 'unknown') return
  const isError = error instanceof Error
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  event.platform?.report({
    route: event.route.id,
    fault: isError ? error.name : typeof error,
    at: frames.slice(0, 5).map((frame) => frame.trim()),
  })
}
