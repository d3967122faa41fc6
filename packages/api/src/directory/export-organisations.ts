import { FacetChoice, OrganisationQuery, type OrganisationView } from '@kunak/contracts/directory'
import { exportOrganisations as all } from '@kunak/data/directory'
import {
  hsdsOrganization,
  hsdsPage,
  organisationCsvLine,
  organisationsCsvHead,
  threeWHead,
  threeWLines,
} from '@kunak/domain/directory'
import { Hono } from 'hono'
import * as z from 'zod'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { query } from '../front-door/parse.ts'
import { answerFile } from './answer-file.ts'
import { needSearch } from './need-search.ts'

export const ExportQuery = z.strictObject({ q: OrganisationQuery.shape.q, ...FacetChoice.shape })
type ExportQuery = z.infer<typeof ExportQuery>

function views(c: FrontContext, choice: ExportQuery): AsyncGenerator<OrganisationView> {
  return all(c.var.dependencies.search, c.var.viewer, choice)
}

/** What a search finds, as a file: a table, HSDS 3, or who does what where with HXL hashtags. As far as this reader may see it. */
export const exportOrganisations = new Hono<Front>()
  .get('/exports/organisations.csv', limitRate('export'), query(ExportQuery), needSearch, (c) => {
    const { locale } = c.var
    const choice = c.req.valid('query')
    return answerFile(c, { type: 'text/csv; charset=utf-8', name: 'kunak-organisations.csv' }, async function* () {
      yield organisationsCsvHead(locale)
      for await (const view of views(c, choice)) yield organisationCsvLine(view, locale)
    })
  })
  .get('/exports/organisations.hxl.csv', limitRate('export'), query(ExportQuery), needSearch, (c) => {
    const { locale } = c.var
    const choice = c.req.valid('query')
    return answerFile(c, { type: 'text/csv; charset=utf-8', name: 'kunak-3w.hxl.csv' }, async function* () {
      yield threeWHead(locale)
      for await (const view of views(c, choice)) yield threeWLines(view, locale)
    })
  })
  .get('/exports/organisations.hsds.json', limitRate('export'), query(ExportQuery), needSearch, (c) => {
    const choice = c.req.valid('query')
    return answerFile(c, { type: 'application/json; charset=utf-8', name: 'kunak-organisations.hsds.json' }, async function* () {
      let count = 0
      yield hsdsPage.head
      for await (const view of views(c, choice)) {
        yield (count > 0 ? ',' : '') + JSON.stringify(hsdsOrganization(view))
        count += 1
      }
      yield hsdsPage.tail(count)
    })
  })
