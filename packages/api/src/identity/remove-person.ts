import { PersonId } from '@kunak/contracts'
import { removePerson as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'
import { changePeople } from './change-people.ts'

/** Somebody leaves her organisation, or a steward removes her; from her next request on she reads nothing of it. */
export const removePerson = new Hono<Front>().delete('/organisations/:id/people/:personId', limitRate('change'), async (c) => {
  const own = await ownOrganisation(c)
  if (!own.ok) return answerRefusal(c, own.refusal)
  const personId = PersonId.safeParse(c.req.param('personId')).data
  if (personId === undefined) return answerProblem(c, 'not_found')
  const { organisationId, personId: by } = own.value
  return changePeople(c, {
    organisationId,
    decide: (before) => decide(before, { by, personId }),
    event: { type: by === personId ? 'person_left' : 'person_removed', data: { personId } },
  })
})
