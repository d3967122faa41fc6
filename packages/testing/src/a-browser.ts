import type { TestApi } from './an-api.ts'

/** A browser of a test: it keeps the cookies that the API gives it, and sends them as the site's own pages do. */
export interface TestBrowser {
  readonly ask: (method: string, path: string, json?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>
  /** What it holds under a name, if anything. */
  readonly cookie: (name: string) => string | undefined
  readonly cookies: Map<string, string>
}

/** Opens a browser that nobody has used, or one that carries cookies already, such as another's. */
export function aBrowser(
  { api, dependencies }: Pick<TestApi, 'api' | 'dependencies'>,
  cookies = new Map<string, string>(),
): TestBrowser {
  const { origin } = dependencies
  return {
    cookies,
    cookie: (name) => cookies.get(name),
    ask: async (method, path, json, headers = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await api.request(new URL(`/api/v1${path}`, origin), {
        method,
        headers: {
          ...(method === 'GET' || method === 'HEAD' ? {} : { origin, 'sec-fetch-site': 'same-origin' }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      })
      for (const line of response.headers.getSetCookie()) keep(cookies, line)
      return response
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const cut = pair.indexOf('=')
  const name = pair.slice(0, cut)
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, pair.slice(cut + 1))
}
