import { ReportPage, ReportQuery, sayRowProblem } from '@kunak/contracts/directory'
import { readReport } from '@kunak/data/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { query } from '../front-door/parse.ts'
import { importOf } from './import-of.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

/** What becomes of each row, as foreseen by the check or as done by the run. */
export const readImportReport = new Hono<Front>().get('/imports/:id/report', onlyCoordinators, query(ReportQuery), async (c) => {
  const stored = await importOf(c)
  if (!stored) return answerProblem(c, 'not_found')
  const { rows, next } = await readReport(c.var.dependencies.database, stored, c.req.valid('query'))
  return c.json(
    ReportPage.parse({
      rows: rows.map(({ organisationId, problems, ...row }) => ({
        ...row,
        ...(organisationId && { organisationId }),
        problems: problems.map((problem) => sayRowProblem(problem, c.var.locale)),
      })),
      next,
    }),
  )
})
