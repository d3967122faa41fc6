import { Proposals } from '@kunak/contracts/directory'
import { loadOpenProposals } from '@kunak/data/directory'
import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { onlyCoordinators } from '../../front-door/only-coordinators.ts'
import { proposalViews } from './proposal-views.ts'

/** What waits for a second coordinator. */
export const listProposals = new Hono<Front>().get('/proposals', onlyCoordinators, async (c) => {
  const { database, now } = c.var.dependencies
  return c.json(Proposals.parse({ proposals: await proposalViews(c, await loadOpenProposals(database, now())) }))
})
