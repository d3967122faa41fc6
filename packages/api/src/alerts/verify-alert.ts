import { VerifyAlert } from '@kunak/contracts/alerts'
import { refuse } from '@kunak/contracts'
import { readsAlert, verifyAlert as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changeAlert } from './change-alert.ts'
import { partyOf } from './party-of.ts'

/** A second person, of another vetted organisation, says that it is so. */
export const verifyAlert = new Hono<Front>().post(
  '/alerts/:alert/verification',
  limitRate('change'),
  onlyJson,
  body(VerifyAlert),
  (c) =>
    changeAlert(c, async (before, now) => {
      const { viewer } = c.var
      const organisation = await partyOf(c, c.req.valid('json').organisationId)
      if (organisation) return decide(viewer, before, { organisation, now })
      return refuse({ code: readsAlert(viewer, before) ? 'needs_another_party' : 'not_found' })
    }),
)
