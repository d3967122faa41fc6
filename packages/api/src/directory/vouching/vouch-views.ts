import type { VouchView } from '@kunak/contracts/directory'
import type { ToldVouch } from '@kunak/data/directory'
import { isLive, type VouchingGraph } from '@kunak/domain/directory'
import type { FrontContext } from '../../front-door/front.ts'
import { viewsOf } from '../../front-door/views-of.ts'

/**
 * Vouches as one of the two organisations, or a coordinator, sees them. Where the other side is frozen or gone, the vouch is not there;
 * where this reader may not see it, as with an applicant, it has no name.
 */
export async function vouchViews(
  c: FrontContext,
  told: readonly ToldVouch[],
  { other, graph }: { readonly other: 'from' | 'to'; readonly graph: VouchingGraph },
): Promise<VouchView[]> {
  const now = c.var.dependencies.now()
  const present = new Set(graph.organisations.filter(({ isFrozen }) => !isFrozen).map(({ id }) => id))
  const shown = told.filter(({ vouch }) => present.has(vouch[other]))
  const views = await viewsOf(
    c,
    shown.map(({ vouch }) => vouch[other]),
  )
  return shown
    .map(({ vouch, how }) => {
      const { at, until, revokedAt } = vouch
      const names = views.get(vouch[other])?.names ?? null
      return { organisationId: vouch[other], names, at, until, revokedAt, isLive: isLive(vouch, now), how }
    })
    .toSorted((one, another) => (one.at < another.at ? 1 : -1))
}
