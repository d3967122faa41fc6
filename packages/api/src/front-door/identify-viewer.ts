import { anonymous } from '@kunak/contracts/identity'
import { loadOrganisations } from '@kunak/data/directory'
import { viewerFrom } from '@kunak/domain/identity'
import { createMiddleware } from 'hono/factory'
import type { Front } from './front.ts'

/** Finds out who is asking and what her organisations' present state lets her do, before any route is reached. */
export const identifyViewer = createMiddleware<Front>(async (c, next) => {
  const { database, identify } = c.var.dependencies
  const identity = await identify(c.req.raw)
  if (identity === null) {
    c.set('viewer', anonymous)
  } else {
    const ids = [...new Set(identity.memberships.map(({ organisationId }) => organisationId))]
    c.set('viewer', viewerFrom(identity, await loadOrganisations(database, ids)))
  }
  return await next()
})
