import { AlertReminder, RemindOfAlert } from '@kunak/contracts/alerts'
import { deleteReminder, saveReminder } from '@kunak/data/alerts'
import { readsAlert, remindOfAlert as decide } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import { answerProblem, answerRefusal } from '../../front-door/answer-problem.ts'
import type { Front } from '../../front-door/front.ts'
import { limitRate } from '../../front-door/limit-rate.ts'
import { body, onlyJson } from '../../front-door/parse.ts'
import { alertOf } from '../change-alert.ts'

/** A reader asks to be reminded of an alert in some hours, or no longer. */
export const remindOfAlert = new Hono<Front>()
  .put('/alerts/:alert/reminder', limitRate('change'), onlyJson, body(RemindOfAlert), async (c) => {
    const { viewer, dependencies } = c.var
    const now = dependencies.now()
    const alert = await alertOf(c)
    if (!alert || viewer.personId === null) return answerProblem(c, 'not_found')
    const decided = decide(viewer, alert, { ...c.req.valid('json'), now })
    if (!decided.ok) return answerRefusal(c, decided.refusal)
    const reminder = { alertId: alert.id, personId: viewer.personId, remindAt: decided.value }
    const saved = await saveReminder(dependencies.database, now, reminder)
    if (!saved.ok) return answerProblem(c, saved.refusal.code)
    return c.json(AlertReminder.parse({ id: alert.id, remindAt: decided.value }))
  })
  .delete('/alerts/:alert/reminder', limitRate('change'), async (c) => {
    const { viewer, dependencies } = c.var
    const alert = await alertOf(c)
    if (!alert || viewer.personId === null || !readsAlert(viewer, alert)) return answerProblem(c, 'not_found')
    await deleteReminder(dependencies.database, alert.id, viewer.personId)
    return c.json(AlertReminder.parse({ id: alert.id, remindAt: null }))
  })
