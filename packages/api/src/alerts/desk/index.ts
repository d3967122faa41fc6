import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { getDeskAlerts } from './get-desk-alerts.ts'
import { getStatistics } from './get-statistics.ts'

export const alertDesk = new Hono<Front>().route('/', getDeskAlerts).route('/', getStatistics)
