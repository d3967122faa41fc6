import { Handover, type OrganisationPeople, PeopleChanged } from '@kunak/contracts/identity'
import { changePeople, loadOrganisationPeople } from '@kunak/data/identity'
import { handOver as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'
import { body, onlyJson } from '../front-door/parse.ts'

/** A steward makes a colleague steward and leaves, both in one change. */
export const handOver = new Hono<Front>().post(
  '/organisations/:id/handover',
  limitRate('change'),
  onlyJson,
  body(Handover),
  async (c) => {
    const own = await ownOrganisation(c, 'steward')
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { database, now } = c.var.dependencies
    const { organisationId, personId: by } = own.value
    const { personId } = c.req.valid('json')
    const decideFor = (before: OrganisationPeople) => decide(before, { by, personId }, now())
    const foreseen = decideFor(await loadOrganisationPeople(database, organisationId))
    if (!foreseen.ok) return answerRefusal(c, foreseen.refusal)
    const unproven = await refuseWithoutStepUp(c)
    if (unproven) return unproven
    const saved = await changePeople(database, now(), {
      organisationId,
      decide: decideFor,
      event: { type: 'handover_done', actor: c.var.viewer.actor, data: { personId } },
    })
    return saved.ok ? c.json(PeopleChanged.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
  },
)
