import { LegalFlagRecord } from '@kunak/contracts/directory'
import { recordLegalFlags as decide } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changeOrganisation } from './change-organisation.ts'

/** The legal labels that a coordinator has found in a state's register. */
export const recordLegalFlags = new Hono<Front>().put(
  '/organisations/:id/legal-flags',
  limitRate('change'),
  onlyJson,
  body(LegalFlagRecord),
  (c) =>
    changeOrganisation(c, {
      type: 'legal_flags_recorded',
      decide: (before, now) => decide(c.var.viewer, before, { ...c.req.valid('json'), now }),
    }),
)
