import { ReportId } from '@kunak/contracts'
import { NewReport, ReportTaken } from '@kunak/contracts/directory'
import { addReport, closeReport } from '@kunak/data/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import { refuseStranger } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { organisationOf } from './change-organisation.ts'

/** A member tells coordinators something about an organisation; a coordinator closes it when it is seen to. */
export const reportOrganisation = new Hono<Front>()
  .post('/organisations/:id/reports', limitRate('change'), onlyJson, body(NewReport), async (c) => {
    const { viewer, dependencies } = c.var
    const { database, newId } = dependencies
    const now = dependencies.now()
    const organisation = await organisationOf(c)
    if (!organisation || !viewOrganisation(viewer, organisation, now)) return answerProblem(c, 'not_found')
    if (!viewer.isInNetwork) return answerRefusal(c, refuseStranger(viewer).refusal)
    const said = c.req.valid('json')
    const report = { ...said, id: ReportId.parse(newId()), organisationId: organisation.id, at: now.toISOString() }
    const added = await addReport(database, now, { report, actor: viewer.actor })
    return added.ok ? c.json(ReportTaken.parse({ id: report.id }), 201) : answerRefusal(c, added.refusal)
  })
  .post('/reports/:id/closure', onlyCoordinators, limitRate('change'), async (c) => {
    const { viewer, dependencies } = c.var
    const id = c.req.param('id')
    const closed = await closeReport(dependencies.database, dependencies.now(), { id, actor: viewer.actor })
    return closed.ok ? c.json(ReportTaken.parse({ id })) : answerRefusal(c, closed.refusal)
  })
