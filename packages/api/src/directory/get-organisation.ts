import { OrganisationView } from '@kunak/contracts/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { organisationOf } from './change-organisation.ts'

/** One organisation, as this reader may see it. */
export const getOrganisation = new Hono<Front>().get('/organisations/:id', async (c) => {
  const organisation = await organisationOf(c)
  const view = organisation && viewOrganisation(c.var.viewer, organisation, c.var.dependencies.now())
  return view ? c.json(OrganisationView.parse(view)) : answerProblem(c, 'not_found')
})
