import { createMiddleware } from 'hono/factory'
import type { Front } from '../front-door/front.ts'

/** Goes on only when the search can be asked: for what has begun to answer, or to change something, before its first question. */
export const needSearch = createMiddleware<Front>(async (c, next) => {
  await c.var.dependencies.search.ready()
  await next()
})
