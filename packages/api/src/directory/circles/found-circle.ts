import { CircleId, ok } from '@kunak/contracts'
import { NewCircle } from '@kunak/contracts/directory'
import { foundCircle as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { changeCircle } from './change-circle.ts'

/** An organisation founds a circle and is its first member. */
export const foundCircle = new Hono<Front>().post(
  '/organisations/:id/circles',
  limitRate('change'),
  onlyJson,
  body(NewCircle),
  (c) => {
    const id = CircleId.parse(c.var.dependencies.newId())
    return changeCircle(
      c,
      ({ viewer, organisation, now }) => {
        const decided = decide(viewer, organisation, { ...c.req.valid('json'), id, now })
        if (!decided.ok) return decided
        const after = decided.value.organisation
        const event = { type: 'circle_founded', organisationId: after.id }
        return ok({ circle: decided.value.circle, organisation: { before: organisation, after }, event })
      },
      201,
    )
  },
)
