import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import document from './openapi.json' with { type: 'json' }

/** The OpenAPI 3.1 document. */
export const getOpenapi = new Hono<Front>().get('/openapi.json', (c) => c.json(document))
