import { ok } from '@kunak/contracts'
import { CircleAnswer } from '@kunak/contracts/directory'
import { circleNoteWrite } from '@kunak/data/directory'
import { answerCircleInvitation as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { changeCircle } from './change-circle.ts'

/** An organisation that has been asked into a circle joins it, or declines. */
export const answerCircleInvitation = new Hono<Front>().post(
  '/organisations/:id/circles/:circle/answer',
  limitRate('change'),
  onlyJson,
  body(CircleAnswer),
  (c) => {
    const { accept } = c.req.valid('json')
    return changeCircle(c, (act) => {
      const decided = decide(act, { accept })
      if (!decided.ok) return decided
      const { circle, organisation: after } = decided.value
      const { organisation: before, now } = act
      const answered = { organisationId: before.id, circleId: circle.id, note: null }
      return ok({
        circle,
        organisation: { before, after },
        event: { type: accept ? 'circle_joined' : 'circle_declined', organisationId: before.id },
        also: [circleNoteWrite(c.var.dependencies.database, now, answered)],
      })
    })
  },
)
