/** The cookies of a request with what the API has set or taken away since, so that a page's next question carries them already. */
export function cookiesAfter(sent: string | null, given: readonly string[]): string | null {
  const cookies = new Map(
    (sent ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => [pair.split('=')[0] ?? '', pair]),
  )
  for (const line of given) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.split('=')[0] ?? ''
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
    else cookies.set(name, pair)
  }
  return cookies.size === 0 ? null : [...cookies.values()].join('; ')
}
