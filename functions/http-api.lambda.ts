import { answerRequests } from './answer-requests.ts'
import { HttpApiEnvironment, readEnvironment } from './environment.ts'
import { openApi } from './open-api.ts'

/** The API for other clients than the site's own pages. */
export const handler = answerRequests(async () => {
  const { api, origin, frontKey } = await openApi(readEnvironment(HttpApiEnvironment))
  return { origin, frontKey, respond: (request, asking) => api.fetch(request, asking) }
})
