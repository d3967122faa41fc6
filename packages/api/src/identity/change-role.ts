import { PersonId } from '@kunak/contracts'
import { RoleChange } from '@kunak/contracts/identity'
import { changeRole as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changePeople } from './change-people.ts'

/** A steward gives somebody of her organisation another role. */
export const changeRole = new Hono<Front>().put(
  '/organisations/:id/people/:personId',
  limitRate('change'),
  onlyJson,
  body(RoleChange),
  async (c) => {
    const own = await ownOrganisation(c, 'steward')
    if (!own.ok) return answerRefusal(c, own.refusal)
    const personId = PersonId.safeParse(c.req.param('personId')).data
    if (personId === undefined) return answerProblem(c, 'not_found')
    const { organisationId, personId: by } = own.value
    const { role } = c.req.valid('json')
    return changePeople(c, {
      organisationId,
      decide: (before, now) => decide(before, { by, personId, role }, now),
      needsProof: true,
      event: { type: 'role_changed', data: { personId, role } },
    })
  },
)
