import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { findAlerts } from './find-alerts.ts'
import { getAlert } from './get-alert.ts'

export const alerts = new Hono<Front>().route('/', findAlerts).route('/', getAlert)
