import { ImportJob } from '@kunak/contracts/directory'
import { jobOf } from '@kunak/data/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { importOf } from './import-of.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

/** One import as it is now, with its progress. */
export const getImport = new Hono<Front>().get('/imports/:id', onlyCoordinators, async (c) => {
  const stored = await importOf(c)
  return stored ? c.json(ImportJob.parse(jobOf(stored))) : answerProblem(c, 'not_found')
})
