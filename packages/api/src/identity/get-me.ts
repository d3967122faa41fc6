import { hasSecondFactor, Me } from '@kunak/contracts/identity'
import { recoveryProgress } from '@kunak/domain/identity'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'
import { viewsOf } from '../front-door/views-of.ts'

/** What the reader may know of herself: her organisations, and whether she coordinates. */
export const getMe = new Hono<Front>().get('/me', async (c) => {
  const { viewer, session, person, dependencies } = c.var
  const views = await viewsOf(
    c,
    viewer.memberships.map(({ organisationId }) => organisationId),
  )
  return c.json(
    Me.parse({
      isSignedIn: viewer.personId !== null,
      session: session?.kind ?? 'none',
      name: person?.name ? dependencies.secrets.unseal(person.name) : null,
      hasSecondFactor: person !== null && hasSecondFactor(person),
      recoveryStartedAt: person && (recoveryProgress(person, dependencies.now())?.startedAt ?? null),
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
