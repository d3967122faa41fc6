import { createMiddleware } from 'hono/factory'
import { answerProblem } from './answer-problem.ts'
import type { Front } from './front.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What programs of mail post to (RFC 8058): they send neither cookies nor where they are, and the address itself is the proof. */
const takenFromAnywhere = /^\/api\/v1\/stop-letters\/[^/]+$/

/**
 * A change is taken only from the site itself: `Sec-Fetch-Site: same-origin`, or, from browsers that do not send it, exactly our own
 * Origin, whatever the content type. An Origin of `null` next to `same-origin` is what a page that sends no referrer gives.
 * (https://www.w3.org/TR/fetch-metadata/, https://fetch.spec.whatwg.org/#origin-header)
 */
export const refuseCrossSite = createMiddleware<Front>(async (c, next) => {
  if (safeMethods.has(c.req.method) || takenFromAnywhere.test(c.req.path)) return await next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOurs = origin === c.var.dependencies.origin
  const isSameOrigin = site === 'same-origin' && (origin === undefined || origin === 'null' || isOurs)
  return isSameOrigin || (site === undefined && isOurs) ? await next() : answerProblem(c, 'cross_site')
})
