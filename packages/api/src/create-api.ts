import { SearchUnpublished } from '@kunak/data/directory'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { alerts } from './alerts/index.ts'
import type { Dependencies } from './dependencies.ts'
import { directory } from './directory/index.ts'
import { answerProblem } from './front-door/answer-problem.ts'
import type { Front, FrontContext } from './front-door/front.ts'
import { identifyViewer } from './front-door/identify-viewer.ts'
import { logRequest } from './front-door/log-request.ts'
import { refuseCrossSite } from './front-door/refuse-cross-site.ts'
import { setHeaders } from './front-door/set-headers.ts'
import { identity } from './identity/index.ts'
import { reference } from './reference/index.ts'

/** The largest body that any route takes: a file to import, with a little room for what surrounds it. */
const largestBody = 6 * 1024 * 1024

/** How long it takes at most until the clock's worker has looked whether a search file is published. */
const untilPublishedSeconds = 60

const limitLength = bodyLimit({ maxSize: largestBody, onError: (c: FrontContext) => answerProblem(c, 'too_large') })

/** Looks at bodies only where there can be one: merely asking for it makes a second request object out of each question. */
const limitBody = createMiddleware<Front>(async (c, next) =>
  c.req.method === 'GET' || c.req.method === 'HEAD' ? await next() : await limitLength(c, next),
)

/**
 * The front door: everything that reads or changes state comes in here. Each request is given an id and a language, is refused if
 * another site sent it, and is told who it comes from, before a route is reached; each answer carries the same headers.
 */
export function createApi(dependencies: Dependencies) {
  const api = new Hono<Front>()
    .use(logRequest(dependencies))
    .use(setHeaders)
    .use(refuseCrossSite)
    .use(limitBody)
    .use(identifyViewer)
    .get('/api/v1/health', (c) => c.json({ status: 'ok' as const }, 200, { 'cache-control': 'no-store' }))
    .route('/api/v1', reference)
    .route('/api/v1', identity)
    .route('/api/v1', directory)
    .route('/api/v1', alerts)
  api.notFound((c) => answerProblem(c, 'not_found'))
  api.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return answerProblem(c, 'bad_request')
    c.set('fault', error.name)
    if (error instanceof SearchUnpublished) {
      c.header('retry-after', String(untilPublishedSeconds))
      return answerProblem(c, 'unavailable')
    }
    return answerProblem(c, 'fault')
  })
  return api
}

/** The application's type, from which a client in the same process knows every route, its input and its answer. */
export type Api = ReturnType<typeof createApi>
