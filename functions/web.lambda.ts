import { createWeb, neutralSettings } from '@kunak/web'
import { answerRequests } from './answer-requests.ts'
import { readEnvironment, WebEnvironment } from './environment.ts'
import { openApi } from './open-api.ts'

/** The pages, with the API in the same process. What a page asks of it counts against the source of the page's own request. */
export const handler = answerRequests(async () => {
  const environment = readEnvironment(WebEnvironment)
  const { api, origin, frontKey } = await openApi(environment)
  return { origin, frontKey, respond: await createWeb({ api, settings: neutralSettings(environment.NEUTRAL_NAME) }) }
})
