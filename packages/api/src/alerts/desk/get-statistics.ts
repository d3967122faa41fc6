import { AlertStatistics, StatisticsQuery } from '@kunak/contracts/alerts'
import { loadStatistics } from '@kunak/data/alerts'
import { statisticsCsv, statisticsOf } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { query } from '../../front-door/parse.ts'

/** How many alerts of a year have ended, by act and republic, as a page and as a table. Nothing in it leads back to one. */
export const getStatistics = new Hono<Front>()
  .get('/desk/statistics', onlyCoordinators, query(StatisticsQuery), async (c) =>
    c.json(AlertStatistics.parse(await statisticsFor(c, c.req.valid('query')))),
  )
  .get('/exports/alert-statistics.csv', onlyCoordinators, query(StatisticsQuery), limitRate('export'), async (c) => {
    const statistics = await statisticsFor(c, c.req.valid('query'))
    return c.body(statisticsCsv(statistics, c.var.locale), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="statistics-${statistics.year}.csv"`,
    })
  })

async function statisticsFor(c: FrontContext, asked: StatisticsQuery): Promise<AlertStatistics> {
  const { database, now } = c.var.dependencies
  const year = asked.year ?? now().getUTCFullYear()
  return statisticsOf(year, await loadStatistics(database, year))
}
