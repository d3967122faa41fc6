import { AudienceCircle } from '@kunak/contracts/directory'
import { chooseAudienceCircle as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { changeOrganisation } from '../change-organisation.ts'

/** Which circle an organisation's profile means where it says `circle`. */
export const chooseAudienceCircle = new Hono<Front>().put(
  '/organisations/:id/audience-circle',
  limitRate('change'),
  onlyJson,
  body(AudienceCircle),
  (c) =>
    changeOrganisation(c, {
      type: 'audience_circle_chosen',
      decide: (before, now) => decide(c.var.viewer, before, { ...c.req.valid('json'), now }),
      // Whoever is in the other circle then reads what is for the circle.
      needsProof: (before, after) => after.audienceCircle !== null && after.audienceCircle !== before.audienceCircle,
    }),
)
