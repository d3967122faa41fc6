import { jsonLd, jsonLdText, viewOrganisation } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { organisationOf } from './change-organisation.ts'

/** One organisation for machines that read schema.org, as this reader may see it. */
export const getJsonLd = new Hono<Front>().get('/organisations/:id/json-ld', async (c) => {
  const { viewer, locale, dependencies } = c.var
  const organisation = await organisationOf(c)
  const view = organisation && viewOrganisation(viewer, organisation, dependencies.now())
  if (!view) return answerProblem(c, 'not_found')
  const page = `${dependencies.origin}/${locale}/organisations/${view.id}`
  return c.body(jsonLdText(jsonLd(view, page, locale)), 200, { 'content-type': 'application/ld+json' })
})
