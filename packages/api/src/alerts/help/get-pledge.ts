import { PledgeView } from '@kunak/contracts/alerts'
import { listMessages } from '@kunak/data/alerts'
import { viewPledge } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { alertStore } from '../change-alert.ts'
import { viewsOfAlerts } from '../views-of-alerts.ts'
import { contextOf, pledgeOf } from './help-of-alert.ts'

/** One pledge, for its two sides and for coordinators who read the alert. */
export const getPledge = new Hono<Front>().get('/alerts/:alert/pledges/:pledge', async (c) => {
  const found = await pledgeOf(c)
  if (!found.ok) return answerRefusal(c, found.refusal)
  const { alert, pledge } = found.value
  const [[view = null], messages, context] = await Promise.all([
    viewsOfAlerts(c, [alert]),
    listMessages(alertStore(c), alert.id, pledge.id),
    contextOf(c, [pledge]),
  ])
  const shown = viewPledge(c.var.viewer, pledge, { ...context, alert, view, messages })
  return shown ? c.json(PledgeView.parse(shown)) : answerProblem(c, 'not_found')
})
