import { Me } from '@kunak/contracts/identity'
import { loadOrganisations } from '@kunak/data/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'

/** What the reader may know of herself: her organisations, and whether she coordinates. */
export const getMe = new Hono<Front>().get('/me', async (c) => {
  const { viewer, dependencies } = c.var
  const organisations = await loadOrganisations(
    dependencies.database,
    viewer.memberships.map(({ organisationId }) => organisationId),
  )
  const now = dependencies.now()
  const names = new Map(organisations.map((stored) => [stored.id, viewOrganisation(viewer, stored, now)?.names]))
  return c.json(
    Me.parse({
      isSignedIn: viewer.personId !== null,
      isInNetwork: viewer.isInNetwork,
      isCoordinator: viewer.isCoordinator,
      memberships: viewer.memberships.map((membership) => ({ ...membership, names: names.get(membership.organisationId) ?? {} })),
    }),
    200,
    { 'cache-control': 'no-store' },
  )
})
