import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'

export const reference = new Hono<Front>()
