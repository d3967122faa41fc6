const known = ['state', 'republic', 'pressure', 'cursor'] as const

/** What of an address the list of alerts understands; anything else is left out, so that a stray parameter breaks nothing. */
export function alertQuery(parameters: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    known.flatMap((name) => {
      const value = parameters.get(name)
      return value ? [[name, value]] : []
    }),
  )
}

/** The same question with something else, or, with an empty value, without it. */
export function asking(query: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): URLSearchParams {
  return alertQuery(new URLSearchParams({ ...query, ...other }))
}

/** A path with a query, or bare where the query is empty. */
export function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path
}
