import { UpdateId } from '@kunak/contracts'
import { AlertCancellation, AlertExtension, AlertOutcome, NewAlertUpdate } from '@kunak/contracts/alerts'
import { cancelAlert, extendAlert, resolveAlert, updateAlert } from '@kunak/domain/alerts'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { limitRate } from '../front-door/limit-rate.ts'
import { body, onlyJson } from '../front-door/parse.ts'
import { changeAlert } from './change-alert.ts'

/** What those who raised an alert, or whom it concerns, say of it while it lives, and how it ends. Each said twice happens once. */
export const leadAlert = new Hono<Front>()
  .post('/alerts/:alert/updates', limitRate('change'), onlyJson, body(NewAlertUpdate), (c) => {
    const { id = UpdateId.parse(c.var.dependencies.newId()), ...said } = c.req.valid('json')
    return changeAlert(c, (before, now) => updateAlert({ viewer: c.var.viewer, now }, before, { id, ...said }))
  })
  .post('/alerts/:alert/extension', limitRate('change'), onlyJson, body(AlertExtension), (c) =>
    changeAlert(c, (before, now) => extendAlert({ viewer: c.var.viewer, now }, before, c.req.valid('json'))),
  )
  .post('/alerts/:alert/outcome', limitRate('change'), onlyJson, body(AlertOutcome), (c) =>
    changeAlert(c, (before, now) => resolveAlert({ viewer: c.var.viewer, now }, before, c.req.valid('json'))),
  )
  .post('/alerts/:alert/cancellation', limitRate('change'), onlyJson, body(AlertCancellation), (c) =>
    changeAlert(c, (before, now) => cancelAlert({ viewer: c.var.viewer, now }, before, c.req.valid('json'))),
  )
