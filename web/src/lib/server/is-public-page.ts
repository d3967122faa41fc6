const publicRoutes = new Set<string | null>([
  '/[locale=locale]',
  '/[locale=locale]/organisations',
  '/[locale=locale]/organisations/[id]',
  '/[locale=locale]/map',
  '/[locale=locale]/join',
  '/[locale=locale]/alerts',
  '/[locale=locale]/alerts/[id]',
])

/** Whether nobody in particular is asking: no cookie or other sign of who it is came with the request. */
export function isAnonymous(request: Request): boolean {
  return !['cookie', 'authorization'].some((name) => request.headers.has(name))
}

/** Whether an answer is the same for everybody and so may be kept by a cache for a moment. */
export function isPublicPage(request: Request, routeId: string | null, status: number): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') && status === 200 && publicRoutes.has(routeId) && isAnonymous(request)
  )
}
