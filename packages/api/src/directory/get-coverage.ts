import { Hono } from 'hono'
import { answerEncoded } from '../front-door/answer-encoded.ts'
import type { Front } from '../front-door/front.ts'

/** The expertise map, as this reader may see it. */
export const getCoverage = new Hono<Front>().get('/coverage', async (c) =>
  answerEncoded(c, await c.var.dependencies.search.coverageEncoded(c.var.viewer)),
)
