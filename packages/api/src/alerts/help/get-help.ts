import { AlertHelp } from '@kunak/contracts/alerts'
import { countAnswers, listPledges, loadAnswer, loadReminder, loadTallies } from '@kunak/data/alerts'
import { viewHelp } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { alertOf, alertStore } from '../change-alert.ts'
import { viewsOfAlerts } from '../views-of-alerts.ts'
import { contextOf } from './help-of-alert.ts'

/** How an alert was taken up: what was answered, what is still unmet, and the pledges that the reader may see. */
export const getHelp = new Hono<Front>().get('/alerts/:alert/help', async (c) => {
  const { personId } = c.var.viewer
  const { database } = c.var.dependencies
  const store = alertStore(c)
  const alert = await alertOf(c)
  const [view] = alert ? await viewsOfAlerts(c, [alert]) : []
  if (!alert || view?.part !== 'whole') return answerProblem(c, 'not_found')
  const [counts, mine, remindAt, tallies, pledges] = await Promise.all([
    countAnswers(database, alert.id),
    personId && loadAnswer(store, alert.id, personId),
    personId && loadReminder(database, alert.id, personId),
    loadTallies(store, alert.id),
    listPledges(store, alert.id),
  ])
  const kept = { counts, mine: mine || null, remindAt: remindAt || null, tallies, pledges }
  const help = viewHelp(c.var.viewer, alert, { view, kept, context: await contextOf(c, pledges) })
  return help ? c.json(AlertHelp.parse(help)) : answerProblem(c, 'not_found')
})
