import { Me } from '@kunak/contracts/identity'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { viewsOf } from '../front-door/views-of.ts'

/** What the reader may know of herself: her organisations, and whether she coordinates. */
export const getMe = new Hono<Front>().get('/me', async (c) => {
  const { viewer } = c.var
  const views = await viewsOf(
    c,
    viewer.memberships.map(({ organisationId }) => organisationId),
  )
  return c.json(
    Me.parse({
      isSignedIn: viewer.personId !== null,
      isInNetwork: viewer.isInNetwork,
      isCoordinator: viewer.isCoordinator,
      memberships: viewer.memberships.map((membership) => ({
        ...membership,
        names: views.get(membership.organisationId)?.names ?? {},
      })),
    }),
    200,
    { 'cache-control': 'no-store' },
  )
})
