import { PersonId } from '@kunak/contracts'
import { PeopleChanged } from '@kunak/contracts/identity'
import { changePeople } from '@kunak/data/identity'
import { removePerson as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'

/** Somebody leaves her organisation, or a steward removes her; from her next request on she reads nothing of it. */
export const removePerson = new Hono<Front>().delete('/organisations/:id/people/:personId', limitRate('change'), async (c) => {
  const own = await ownOrganisation(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const gone = PersonId.safeParse(c.req.param('personId'))
  if (!gone.success) return answerProblem(c, 'not_found')
  const { database, now } = c.var.dependencies
  const { organisationId, personId: by } = own.value
  const personId = gone.data
  const saved = await changePeople(database, now(), {
    organisationId,
    decide: (before) => decide(before, { by, personId }),
    event: { type: by === personId ? 'person_left' : 'person_removed', actor: c.var.viewer.actor, data: { personId } },
  })
  return saved.ok ? c.json(PeopleChanged.parse({ status: 'done' })) : answerRefusal(c, saved.refusal)
})
