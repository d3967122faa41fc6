import { ok } from '@kunak/contracts'
import { CancelCheckIn, type CheckIn } from '@kunak/contracts/alerts'
import { alertSubject, alertWrites, checkInSubject, loadAlert } from '@kunak/data/alerts'
import { alertAsOf, cancelAlert, cancelCheckIn as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front, FrontContext } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { onlySignedIn } from '../../front-door/only-signed-in.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { alertStore } from '../change-alert.ts'
import { giveCode, type Opened } from './give-code.ts'

/** She cancels a check-in with a code; where its alert is out already, that is called off with it. */
export const cancelCheckIn = new Hono<Front>().post(
  '/check-ins/:checkIn/cancellation',
  onlySignedIn,
  limitRate('change'),
  onlyJson,
  body(CancelCheckIn),
  (c) =>
    giveCode(c, c.req.valid('json').code, async (before, now) => {
      const after = decide(before, now)
      if (!after) return ok(null)
      const event = { type: 'check_in_ended', subject: checkInSubject(before.id), actor: c.var.viewer.actor, data: {} }
      const calledOff = await callOff(c, before, now)
      return ok({ after, events: [event, ...calledOff.events], also: calledOff.also })
    }),
)

/** What calls the alert of a check-in off, where it is out and she may still do so. */
async function callOff(c: FrontContext, { raised }: CheckIn, now: Date): Promise<Required<Omit<Opened, 'after'>>> {
  const nothing = { events: [], also: [] }
  const alertId = raised?.alertId ?? null
  const stored = alertId === null ? null : await loadAlert(alertStore(c), alertId)
  if (!stored) return nothing
  const called = cancelAlert({ viewer: c.var.viewer, now }, alertAsOf(stored, now), { note: '' })
  if (!called.ok || !called.value.event) return nothing
  const { after, event } = called.value
  return {
    also: alertWrites(alertStore(c), stored, after),
    events: [{ ...event, actor: c.var.viewer.actor, subject: alertSubject(stored.id) }],
  }
}
