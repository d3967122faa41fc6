import { ImportJobs } from '@kunak/contracts/directory'
import { listImports as imports } from '@kunak/data/directory'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { onlyCoordinators } from '../front-door/only-coordinators.ts'

/** The imports of the last days. */
export const listImports = new Hono<Front>().get('/imports', onlyCoordinators, async (c) => {
  const { database, now } = c.var.dependencies
  return c.json(ImportJobs.parse({ imports: await imports(database, now()) }))
})
