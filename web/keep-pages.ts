import type { Api, Environment } from './platform.ts'
import { isAnonymous } from './src/lib/server/is-public-page.ts'

/** Makes a page, with the API that it may ask. */
export type Render = (request: Request, api: Api, environment: Environment) => Promise<Response>

/** A question that a page has put to the API, and the tag of the answer that it was made of. */
interface Asked {
  readonly url: string
  readonly language: string
  readonly tag: string
}

interface KeptPage {
  readonly asked: readonly Asked[]
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

const mostPages = 300
const mostBytes = 200_000

/**
 * Keeps public pages that were rendered for nobody in particular. Each request still puts the page's questions to the API, so what was
 * hidden a moment ago is hidden; but while every answer is the one that the page was made of, the page is sent again as it is.
 */
export function keepPages(render: Render, api: Api): (request: Request, environment: Environment) => Promise<Response> {
  // In the order in which they were last seen, as a map keeps what is put into it.
  const pages = new Map<string, KeptPage>()

  function keep(url: string, page: KeptPage): void {
    pages.delete(url)
    pages.set(url, page)
    const [oldest] = pages.keys()
    if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest)
  }

  async function renderAndKeep(request: Request, environment: Environment): Promise<Response> {
    const { recorder, asked } = recording(api)
    const response = await render(request, recorder, environment)
    const answers = asked()
    if (answers === null || !mayBeKept(response)) return response
    const body = new Uint8Array(await response.arrayBuffer())
    if (body.length <= mostBytes) keep(request.url, { asked: answers, headers: new Headers(response.headers), body })
    return new Response(body, response)
  }

  return async (request, environment) => {
    // Whoever has the page already is answered by the pages' own server, which says so in a few bytes.
    const isPlain = request.method === 'GET' && isAnonymous(request) && !request.headers.has('if-none-match')
    if (!isPlain) return await render(request, api, environment)
    const kept = pages.get(request.url)
    if (!kept || !(await isStillTrue(kept, api, environment))) return await renderAndKeep(request, environment)
    if (pages.get(request.url) === kept) keep(request.url, kept)
    return new Response(kept.body, { headers: kept.headers })
  }
}

function mayBeKept({ status, headers }: Response): boolean {
  const isPublic = headers.get('cache-control')?.startsWith('public') ?? false
  return status === 200 && isPublic && (headers.get('content-type')?.startsWith('text/html') ?? false)
}

/** The API, and what was asked of it; null once it was asked something whose answer has no tag. */
function recording(api: Api): { recorder: Api; asked: () => readonly Asked[] | null } {
  let asked: Asked[] | null = []
  const recorder: Api = {
    fetch: async (request, environment) => {
      const response = await api.fetch(request, environment)
      const tag = request.method === 'GET' && response.status === 200 ? response.headers.get('etag') : null
      if (tag === null) asked = null
      else asked?.push({ url: request.url, language: request.headers.get('accept-language') ?? '', tag })
      return response
    },
  }
  return { recorder, asked: () => asked }
}

async function isStillTrue({ asked }: KeptPage, api: Api, environment: Environment): Promise<boolean> {
  const answers = await Promise.all(
    asked.map(
      async ({ url, language, tag }) =>
        await api.fetch(new Request(url, { headers: { 'accept-language': language, 'if-none-match': tag } }), environment),
    ),
  )
  return answers.every(({ status }) => status === 304)
}
