import { ImportJob, ImportMapping, sayFileProblem } from '@kunak/contracts/directory'
import { changeMapping, jobOf } from '@kunak/data/directory'
import { checkMapping } from '@kunak/domain/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { importOf } from './import-of.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

/** Another mapping for a file; what was checked before has to be checked again. */
export const mapImport = new Hono<Front>().put(
  '/imports/:id/mapping',
  onlyCoordinators,
  limitRate('change'),
  onlyJson,
  body(ImportMapping),
  async (c) => {
    const stored = await importOf(c)
    if (!stored) return answerProblem(c, 'not_found')
    const mapping = c.req.valid('json')
    if (stored.format === 'csv') {
      const checked = checkMapping({ columns: stored.columns.map(({ name }) => name) }, mapping)
      if (!checked.ok)
        return answerProblem(c, 'invalid', [{ ...sayFileProblem(checked.refusal, c.var.locale), field: '/columns' }])
    }
    const changed = await changeMapping(c.var.dependencies.database, stored, mapping)
    return changed.ok ? c.json(ImportJob.parse(jobOf(changed.value))) : answerProblem(c, 'already_running')
  },
)
