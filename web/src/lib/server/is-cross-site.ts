const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a change was not sent by one of our own pages. `Sec-Fetch-Site` says it; browsers without it must name exactly our origin.
 * An Origin of `null` beside `same-origin` is what a page that sends no referrer gives (https://fetch.spec.whatwg.org/#origin-header).
 */
export function isCrossSite(request: Request, ownOrigin: string): boolean {
  if (safeMethods.has(request.method)) return false
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const isOurs = origin === ownOrigin
  if (site === null) return !isOurs
  return site !== 'same-origin' || !(origin === null || origin === 'null' || isOurs)
}
