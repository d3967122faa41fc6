import { type Facet, facets } from '@kunak/contracts/directory'

/** What of an address the directory understands; anything else is left out, so that a stray parameter breaks nothing. */
export function directoryQuery(parameters: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams()
  const words = parameters.get('q')?.trim()
  if (words) query.set('q', words)
  for (const facet of facets) for (const value of new Set(parameters.getAll(facet))) if (value !== '') query.append(facet, value)
  const cursor = parameters.get('cursor')
  if (cursor) query.set('cursor', cursor)
  return query
}

/** The same search without its place in the pages. */
export function withoutCursor(query: URLSearchParams): URLSearchParams {
  const first = new URLSearchParams(query)
  first.delete('cursor')
  return first
}

/** The same search, going on after what `cursor` names. */
export function after(query: URLSearchParams, cursor: string): URLSearchParams {
  const next = new URLSearchParams(query)
  next.set('cursor', cursor)
  return next
}

/** The same search from its first page, without one chosen value. */
export function without(query: URLSearchParams, facet: Facet, value: string): URLSearchParams {
  const rest = withoutCursor(query)
  rest.delete(facet, value)
  return rest
}

/** A path with a query, or bare where the query is empty. */
export function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path
}
