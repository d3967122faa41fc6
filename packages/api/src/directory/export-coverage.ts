import { coverageCsv, coverageHxl } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'

const headers = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
})

/** The expertise map as a file, as this reader may see it. */
export const exportCoverage = new Hono<Front>()
  .get('/exports/coverage.csv', limitRate('export'), async (c) => {
    const { viewer, locale, dependencies } = c.var
    return c.body(coverageCsv(await dependencies.search.coverage(viewer), locale), 200, headers('kunak-coverage.csv'))
  })
  .get('/exports/coverage.hxl.csv', limitRate('export'), async (c) => {
    const { viewer, locale, dependencies } = c.var
    return c.body(coverageHxl(await dependencies.search.coverage(viewer), locale), 200, headers('kunak-coverage.hxl.csv'))
  })
