import { refuse } from '@kunak/contracts'
import { type Alert, SubmitAlert } from '@kunak/contracts/alerts'
import { type AlertDecision, submitAlert as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front, FrontContext } from '../front-door/front.ts'
import { limitRate, refuseTooMany } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { viewsOf } from '../front-door/views-of.ts'
import { changeAlert } from './change-alert.ts'
import { partyOf } from './party-of.ts'

/**
 * Its writer sends an alert out. Asked again it answers how the alert stands, and nobody is told twice. How often one organisation may say
 * something to everybody that nobody else has confirmed is limited; what is confirmed, or stays in a circle, is not.
 */
export const submitAlert = new Hono<Front>().post(
  '/alerts/:alert/submission',
  limitRate('change'),
  onlyJson,
  body(SubmitAlert),
  (c) => changeAlert(c, (before, now) => submitted(c, before, { ...c.req.valid('json'), now })),
)

async function submitted(c: FrontContext, before: Alert, said: SubmitAlert & { readonly now: Date }): Promise<AlertDecision> {
  const { viewer } = c.var
  const organisation = await partyOf(c, before.raisedBy)
  if (!organisation) return refuse({ code: 'not_found' })
  const { concerns } = before.content
  const knowsConcerned = concerns !== null && (await viewsOf(c, [concerns])).has(concerns)
  const decided = decide(viewer, before, { ...said, organisation, knowsConcerned })
  const goesOutAlone = decided.ok && decided.value.event !== null && decided.value.after.unverifiedUntil !== null
  const isTooMuch = goesOutAlone && (await refuseTooMany(c, 'unconfirmed_alert', before.raisedBy))
  return isTooMuch ? refuse({ code: 'too_many' }) : decided
}
