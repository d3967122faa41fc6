import { assureProfile as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { changeOrganisation } from './change-organisation.ts'

/** "Nothing has changed": the profile is right as it stands, and fresh again. */
export const assureProfile = new Hono<Front>().post('/organisations/:id/assurance', limitRate('change'), (c) =>
  changeOrganisation(c, { type: 'profile_assured', decide: (before, now) => decide(c.var.viewer, before, now) }),
)
