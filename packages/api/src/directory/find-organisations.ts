import { OrganisationQuery } from '@kunak/contracts/directory'
import { Hono } from 'hono'
import { answerEncoded } from '../front-door/answer-encoded.ts'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { query } from '../front-door/parse.ts'

/** The directory, searched and filtered, as this reader may see it. */
export const findOrganisations = new Hono<Front>().get('/organisations', query(OrganisationQuery), async (c) => {
  const found = await c.var.dependencies.search.findEncoded(c.var.viewer, c.req.valid('query'))
  return found.ok ? answerEncoded(c, found.value) : answerRefusal(c, found.refusal)
})
