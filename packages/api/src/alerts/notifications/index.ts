import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { getNotifications } from './get-notifications.ts'
import { seeNotifications } from './see-notifications.ts'

export const notifications = new Hono<Front>().route('/', getNotifications).route('/', seeNotifications)
