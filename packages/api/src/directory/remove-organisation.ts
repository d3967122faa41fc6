import { Removal } from '@kunak/contracts/directory'
import { circleWrite, doNotListWrites, forgetApplicationWrite, loadCircles } from '@kunak/data/directory'
import { circleWithout, removeOrganisation as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changeOrganisation } from './change-organisation.ts'

/** An organisation leaves the directory, and if it wishes the door stays shut behind it. */
export const removeOrganisation = new Hono<Front>().post(
  '/organisations/:id/removal',
  limitRate('change'),
  onlyJson,
  body(Removal),
  (c) => {
    const { doNotList } = c.req.valid('json')
    const { database, keys, newId } = c.var.dependencies
    return changeOrganisation(c, {
      type: 'organisation_left',
      decide: (before, now) => decide(c.var.viewer, before, now),
      also: async ({ id, circles, profile: { names, identifiers } }, now) => [
        ...(await loadCircles(database, circles)).map((circle) => circleWrite(database, circle, circleWithout(circle, id))),
        forgetApplicationWrite(database, id),
        ...(doNotList
          ? doNotListWrites(database, now, { id: newId(), key: keys.doNotList, reason: '', names, identifiers })
          : []),
      ],
    })
  },
)
