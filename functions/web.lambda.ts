import { createWeb } from '@kunak/web'
import { AsyncLocalStorage } from 'node:async_hooks'
import { answerRequests } from './answer-requests.ts'
import { readEnvironment, WebEnvironment } from './environment.ts'
import { openApi } from './open-api.ts'

/** The pages, with the API in the same process. */
export const handler = answerRequests(async () => {
  const { api, origin, frontKey } = await openApi(readEnvironment(WebEnvironment))
  // A page asks the API in a request of its own, which must count against the source of the page's.
  const sources = new AsyncLocalStorage<{ source?: string }>()
  const respond = await createWeb({ api: { fetch: (request) => api.fetch(request, sources.getStore()) } })
  return {
    origin,
    frontKey,
    respond: (request, source) => sources.run(source === undefined ? {} : { source }, () => respond(request)),
  }
})
