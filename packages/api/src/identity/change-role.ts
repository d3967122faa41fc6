import { PersonId } from '@kunak/contracts'
import { type OrganisationPeople, PeopleChanged, RoleChange } from '@kunak/contracts/identity'
import { changePeople, loadOrganisationPeople } from '@kunak/data/identity'
import { changeRole as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { refuseWithoutStepUp } from '../front-door/need-step-up.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'
import { body, onlyJson } from '../front-door/parse.ts'

/** A steward gives somebody of her organisation another role. What cannot be done is said before she has to prove who she is. */
export const changeRole = new Hono<Front>().put(
  '/organisations/:id/people/:personId',
  limitRate('change'),
  onlyJson,
  body(RoleChange),
  async (c) => {
    const own = await ownOrganisation(c, 'steward')
    if (!own.ok) return answerRefusal(c, own.refusal)
    const personId = PersonId.safeParse(c.req.param('personId'))
    if (!personId.success) return answerProblem(c, 'not_found')
    const { database, now } = c.var.dependencies
    const { organisationId, personId: by } = own.value
    const change = { by, personId: personId.data, role: c.req.valid('json').role }
    const decideFor = (before: OrganisationPeople) => decide(before, change, now())
    const foreseen = decideFor(await loadOrganisationPeople(database, organisationId))
    if (!foreseen.ok) return answerRefusal(c, foreseen.refusal)
    const unproven = await refuseWithoutStepUp(c)
    if (unproven) return unproven
    const saved = await changePeople(database, now(), {
      organisationId,
      decide: decideFor,
      event: { type: 'role_changed', actor: c.var.viewer.actor, data: { personId: change.personId, role: change.role } },
    })
    return saved.ok ? c.json(PeopleChanged.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
  },
)
