import type { VouchView } from '@kunak/contracts/directory'
import { loadOrganisations, type ToldVouch } from '@kunak/data/directory'
import { isLive, viewOrganisation } from '@kunak/domain/directory'
import type { FrontContext } from '../../front-door/front.ts'

/**
 * Vouches as one of the two organisations, or a coordinator, sees them. Where the other side is frozen or gone, the vouch is not there;
 * where this reader may not see it, as with an applicant, it has no name.
 */
export async function vouchViews(c: FrontContext, told: readonly ToldVouch[], other: 'from' | 'to'): Promise<VouchView[]> {
  const { viewer, dependencies } = c.var
  const now = dependencies.now()
  const stored = await loadOrganisations(dependencies.database, [...new Set(told.map(({ vouch }) => vouch[other]))])
  const present = new Map(
    stored.filter(({ standing }) => standing !== 'frozen' && standing !== 'left').map((one) => [one.id, one]),
  )
  const views = told.flatMap(({ vouch, how }) => {
    const organisation = present.get(vouch[other])
    if (!organisation) return []
    const { at, until, revokedAt } = vouch
    const names = viewOrganisation(viewer, organisation, now)?.names ?? null
    return { organisationId: organisation.id, names, at, until, revokedAt, isLive: isLive(vouch, now), how }
  })
  return views.toSorted((one, another) => (one.at < another.at ? 1 : -1))
}
