import type { OrganisationId } from '@kunak/contracts'
import { type Alert, RollCall } from '@kunak/contracts/alerts'
import { listAnswers } from '@kunak/data/alerts'
import { loadCircle, loadStandings } from '@kunak/data/directory'
import { isForNetwork, maySeeRollCall, rollCallOf } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { viewsOf } from '../../front-door/views-of.ts'
import { alertOf, alertStore } from '../change-alert.ts'

/** Which organisations that an alert is for have answered what, and which have not, for those who lead it and coordinators who read it. */
export const getRollCall = new Hono<Front>().get('/alerts/:alert/roll-call', async (c) => {
  const alert = await alertOf(c)
  if (!alert) return answerProblem(c, 'not_found')
  const may = maySeeRollCall(c.var.viewer, alert)
  if (!may.ok) return answerRefusal(c, may.refusal)
  const [answers, asked] = await Promise.all([listAnswers(alertStore(c), alert.id), askedOf(c, alert)])
  const said = answers.flatMap(({ organisationId }) => organisationId ?? [])
  const views = await viewsOf(c, [...asked, ...said])
  return c.json(RollCall.parse(rollCallOf(answers, { asked, views })))
})

/**
 * The organisations whose people an alert is for, other than those that raised it or whom it concerns. Who is in a circle is read by that
 * circle alone.
 */
async function askedOf(c: FrontContext, alert: Alert): Promise<OrganisationId[]> {
  if (alert.activeAt === null) return []
  const { raisedBy, content } = alert
  const { database } = c.var.dependencies
  const { audience, circleId } = content
  const isOfCircle = audience === 'circle' && circleId !== null && c.var.viewer.circles.includes(circleId)
  const inCircle = isOfCircle ? await loadCircle(database, circleId) : null
  const inNetwork = isForNetwork(alert) ? await loadStandings(database) : []
  const all = [
    ...(inCircle?.members.map(({ organisationId }) => organisationId) ?? []),
    ...inNetwork.filter(({ standing }) => standing === 'vetted').map(({ id }) => id),
  ]
  return [...new Set(all)].filter((id) => id !== raisedBy && id !== content.concerns)
}
