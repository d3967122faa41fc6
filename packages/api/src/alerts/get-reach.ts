import { AlertReach } from '@kunak/contracts/alerts'
import { readersOf } from '@kunak/data/alerts'
import { asIfAsked, asIfOut, goesBeyondCircle, reachOf } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { alertOf } from './change-alert.ts'
import { viewsOfAlerts } from './views-of-alerts.ts'

/** Who would see which part of an alert and how many people would be told, before it goes out, for whoever writes or leads it. */
export const getReach = new Hono<Front>().get('/alerts/:alert/reach', async (c) => {
  const { viewer, dependencies } = c.var
  const stored = await alertOf(c)
  const [view] = stored ? await viewsOfAlerts(c, [stored]) : []
  if (!stored || view?.part !== 'whole') return answerProblem(c, 'not_found')
  // While an organisation that it is about is frozen, it has no public part.
  const alert = { ...stored, content: { ...stored.content, isPublic: view.isPublic } }
  const out = asIfOut(viewer, alert, dependencies.now())
  if (!out.ok) return answerRefusal(c, out.refusal)
  const { database } = dependencies
  const [readers, askable] = await Promise.all([
    readersOf(database, out.value),
    goesBeyondCircle(alert.content) ? readersOf(database, asIfAsked(out.value)) : [],
  ])
  return c.json(AlertReach.parse(reachOf(out.value, { readers, askable })))
})
