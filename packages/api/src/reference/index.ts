import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { getDocs } from './get-docs.ts'
import { getOpenapi } from './get-openapi.ts'

export const reference = new Hono<Front>().route('/', getOpenapi).route('/', getDocs)
