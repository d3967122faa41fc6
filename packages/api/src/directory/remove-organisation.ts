import { Removal } from '@kunak/contracts/directory'
import { doNotListWrites } from '@kunak/data/directory'
import { removeOrganisation as decide } from '@kunak/domain/directory'
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
      also: ({ profile: { names, identifiers } }, now) =>
        doNotList ? doNotListWrites(database, now, { id: newId(), key: keys.doNotList, reason: '', names, identifiers }) : [],
    })
  },
)
