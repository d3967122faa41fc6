import { ok, refuse } from '@kunak/contracts'
import { ChangeCheckIn } from '@kunak/contracts/alerts'
import { checkInSubject } from '@kunak/data/alerts'
import { changeCheckIn as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { versionNamed } from '../../front-door/version-named.ts'
import { giveCode } from './give-code.ts'
import { organisationOf } from './plan-check-in.ts'

/** Another plan for a check-in, for the version that `If-Match` names, with a code: else whoever has her phone could put the date off. */
export const changeCheckIn = new Hono<Front>().put(
  '/check-ins/:checkIn',
  onlySignedIn,
  limitRate('change'),
  onlyJson,
  body(ChangeCheckIn),
  (c) => {
    const version = versionNamed(c)
    if (version === null) return answerProblem(c, 'precondition_required')
    const { plan, code } = c.req.valid('json')
    return giveCode(c, code, async (before, now) => {
      if (JSON.stringify(before.plan) === JSON.stringify(plan)) return ok(null)
      const organisation = organisationOf(c, plan)
      if (!organisation) return refuse({ code: 'invalid', fields: [{ field: '/plan/organisationId', code: 'not_one_of' }] })
      const decided = decide(before, { plan, organisation, now })
      if (!decided.ok) return decided
      if (before.version !== version) return refuse({ code: 'changed_meanwhile' })
      const event = { type: 'check_in_changed', subject: checkInSubject(before.id), actor: c.var.viewer.actor, data: {} }
      return ok({ after: decided.value, events: [event] })
    })
  },
)
