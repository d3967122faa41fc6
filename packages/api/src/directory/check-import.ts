import { ImportJob, sayFileProblem } from '@kunak/contracts/directory'
import { checkImport as check, jobOf } from '@kunak/data/directory'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { importOf, importWorker } from './import-of.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

const budgetMs = 8_000

/** A trial: every row is decided as a run would, and nothing in the directory changes. The report tells what is foreseen. */
export const checkImport = new Hono<Front>().post('/imports/:id/check', onlyCoordinators, limitRate('upload'), async (c) => {
  const stored = await importOf(c)
  if (!stored) return answerProblem(c, 'not_found')
  if (stored.state === 'running' || stored.state === 'done') return answerProblem(c, 'already_running')
  const checked = await check(importWorker(c), stored, budgetMs)
  if (checked.ok) return c.json(ImportJob.parse(jobOf(checked.value)))
  if (checked.refusal.code === 'changed_meanwhile') return answerProblem(c, 'changed_meanwhile')
  return answerProblem(c, 'unreadable_file', [sayFileProblem(checked.refusal, c.var.locale)])
})
