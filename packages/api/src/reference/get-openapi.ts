import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { readDocument } from './read-document.ts'

/** The OpenAPI 3.1 document. */
export const getOpenapi = new Hono<Front>().get('/openapi.json', async (c) => c.json(await readDocument()))
