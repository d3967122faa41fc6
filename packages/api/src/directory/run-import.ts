import { ImportJob } from '@kunak/contracts/directory'
import { jobOf, startImport, workOnImport } from '@kunak/data/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { importOf, importWorker } from './import-of.ts'
import { needSearch } from './need-search.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

// A small list is done when the answer comes; a large one goes on with the clock's next minute.
const budgetMs = 2_000

/** Takes a checked list in. Of several who start it, one does; the others hear that it is running. */
export const runImport = new Hono<Front>().post(
  '/imports/:id/run',
  onlyCoordinators,
  limitRate('upload'),
  needSearch,
  async (c) => {
    const { database, now } = c.var.dependencies
    const stored = await importOf(c)
    if (!stored) return answerProblem(c, 'not_found')
    const started = await startImport(database, now(), stored)
    if (!started.ok) return answerProblem(c, started.refusal.code)
    const worked = await workOnImport(importWorker(c), started.value, budgetMs)
    return c.json(ImportJob.parse(jobOf(worked ?? started.value)), 202)
  },
)
