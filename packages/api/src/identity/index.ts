import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { getMe } from './get-me.ts'
import { searchAudit } from './search-audit.ts'
import { stepUp } from './step-up.ts'

export const identity = new Hono<Front>().route('/', getMe).route('/', searchAudit).route('/', stepUp)
