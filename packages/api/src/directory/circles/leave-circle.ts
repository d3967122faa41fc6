import { ok } from '@kunak/contracts'
import { circleNoteWrite } from '@kunak/data/directory'
import { leaveCircle as leave, removeFromCircle as remove } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { changeCircle } from './change-circle.ts'
import { organisationsOfCircles } from './organisations-of-circles.ts'

/** An organisation leaves a circle, at once. */
export const leaveCircle = new Hono<Front>().delete('/organisations/:id/circles/:circle', limitRate('change'), (c) =>
  changeCircle(c, (act) => {
    const decided = leave(act)
    if (!decided.ok) return decided
    const { circle, organisation: after } = decided.value
    const event = { type: 'circle_left', organisationId: after.id }
    return ok({ circle, organisation: { before: act.organisation, after }, event })
  }),
)

/** The first member of a circle takes another one out of it, and that one is told. */
export const removeFromCircle = new Hono<Front>().delete(
  '/organisations/:id/circles/:circle/members/:member',
  limitRate('change'),
  (c) => {
    const { database } = c.var.dependencies
    return changeCircle(c, async (act) => {
      const organisations = await organisationsOfCircles(c, act.circle ? [act.circle] : [])
      const decided = remove(act, { removedId: c.req.param('member'), organisations })
      if (!decided.ok) return decided
      const { circle, organisation: after } = decided.value
      const before = organisations.get(after.id)
      if (!before || !act.circle) throw new Error('An organisation was taken out of a circle that has not been read.')
      const { id: circleId, name } = act.circle
      const note = { about: 'removal', circleId, name, at: act.now.toISOString() } as const
      return ok({
        circle,
        organisation: { before, after },
        event: { type: 'circle_removed', organisationId: after.id },
        also: [circleNoteWrite(database, act.now, { organisationId: after.id, circleId, note })],
      })
    })
  },
)
