import { ok } from '@kunak/contracts'
import { CircleInvitation } from '@kunak/contracts/directory'
import { circleNoteWrite } from '@kunak/data/directory'
import { inviteToCircle as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { changeCircle } from './change-circle.ts'
import { askedOrganisation } from './organisations-of-circles.ts'

/** An organisation of a circle asks another one in. */
export const inviteToCircle = new Hono<Front>().post(
  '/organisations/:id/circles/:circle/invitations',
  limitRate('change'),
  onlyJson,
  body(CircleInvitation),
  (c) => {
    const { organisationId } = c.req.valid('json')
    const { database } = c.var.dependencies
    return changeCircle(
      c,
      async (act) => {
        const decided = decide(act, await askedOrganisation(c, organisationId))
        if (!decided.ok) return decided
        const circleId = decided.value.id
        const note = { about: 'invitation', circleId } as const
        const also = [circleNoteWrite(database, act.now, { organisationId, circleId, note })]
        return ok({ circle: decided.value, event: { type: 'circle_invited', organisationId }, also })
      },
      201,
    )
  },
)
