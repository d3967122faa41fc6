import { ok, type Problem, refuse, type Result } from '@kunak/contracts'
import { error, type RequestEvent } from '@sveltejs/kit'
import { cookiesAfter } from './hand-on-cookies.ts'

// What tells the API who asks and from where; everything else of the reader's request stays here.
const forwarded = ['authorization', 'origin', 'sec-fetch-site']

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly body?: FormData
  /** The version that is being changed. */
  readonly version?: number | undefined
  /** That it is she who does it: see `step-up.ts`. */
  readonly proof?: string | undefined
}

/**
 * Asks the API, in this process, on behalf of the reader of a page. The API is the boundary that parses, so its answer is taken
 * by its contract's type. A refusal comes back as the problem, already in the reader's language.
 */
export async function askApi<Answer>(event: RequestEvent, path: string, ask: Ask = {}): Promise<Result<Answer, Problem>> {
  const platform = event.platform
  if (!platform) throw new Error('The host has given no API to the pages')
  const headers = new Headers({ 'accept-language': event.locals.locale })
  for (const name of forwarded) {
    const value = event.request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const cookie = cookiesAfter(event.request.headers.get('cookie'), event.locals.given ?? [])
  if (cookie !== null) headers.set('cookie', cookie)
  if (ask.version !== undefined) headers.set('if-match', `"${ask.version}"`)
  if (ask.proof !== undefined) headers.set('step-up', ask.proof)
  if (ask.json !== undefined) headers.set('content-type', 'application/json')
  const body = ask.json === undefined ? (ask.body ?? null) : JSON.stringify(ask.json)
  const request = new Request(new URL(`/api/v1${path}`, event.url.origin), { method: ask.method ?? 'GET', headers, body })
  const response = await platform.api.fetch(request, platform.environment)
  // The answer's own cookies go on to the browser with the page (see the hook), whatever becomes of the rest.
  event.locals.given = [...(event.locals.given ?? []), ...response.headers.getSetCookie()]
  if (response.ok) return ok((response.status === 204 ? undefined : await response.json()) as Answer)
  return refuse((await response.json()) as Problem)
}

/** The answer, or the page that says why there is none. */
export async function readApi<Answer>(event: RequestEvent, path: string): Promise<Answer> {
  const answer = await askApi<Answer>(event, path)
  return answer.ok ? answer.value : error(answer.refusal.status, answer.refusal.title)
}
