import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { getMe } from './get-me.ts'

export const identity = new Hono<Front>().route('/', getMe)
