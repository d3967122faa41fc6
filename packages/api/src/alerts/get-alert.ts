import { AlertView } from '@kunak/contracts/alerts'
import { Hono } from 'hono'
import { answerProblem } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { answerForNow } from './answer-for-now.ts'
import { alertOf } from './change-alert.ts'
import { viewsOfAlerts } from './views-of-alerts.ts'

/** One alert: the whole for its audience, the public part for everybody else where it has one. */
export const getAlert = new Hono<Front>().get('/alerts/:alert', async (c) => {
  const alert = await alertOf(c)
  const [view] = alert ? await viewsOfAlerts(c, [alert]) : []
  return view ? answerForNow(c, AlertView.parse(view)) : answerProblem(c, 'not_found')
})
