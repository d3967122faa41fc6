import { Handover } from '@kunak/contracts/identity'
import { handOver as decide } from '@kunak/domain/identity'
import { Hono } from 'hono'
import { answerRefusal } from '../front-door/answer-problem.ts'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { ownOrganisation } from '../front-door/own-organisation.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changePeople } from './change-people.ts'

/** A steward makes a colleague steward and leaves, both in one change. */
export const handOver = new Hono<Front>().post(
  '/organisations/:id/handover',
  limitRate('change'),
  onlyJson,
  body(Handover),
  async (c) => {
    const own = await ownOrganisation(c, 'steward')
    if (!own.ok) return answerRefusal(c, own.refusal)
    const { organisationId, personId: by } = own.value
    const { personId } = c.req.valid('json')
    return changePeople(c, {
      organisationId,
      decide: (before, now) => decide(before, { by, personId }, now),
      needsProof: true,
      event: { type: 'handover_done', data: { personId } },
    })
  },
)
