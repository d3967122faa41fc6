import type { OrganisationId } from '@kunak/contracts'
import type { OrganisationView } from '@kunak/contracts/directory'
import { loadOrganisations } from '@kunak/data/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import type { FrontContext } from './front.ts'

/** What this reader, or another viewer, may see of each of some organisations; those that are not there for her are left out. */
export async function viewsOf(
  c: FrontContext,
  ids: Iterable<OrganisationId>,
  viewer = c.var.viewer,
): Promise<Map<OrganisationId, OrganisationView>> {
  const { dependencies } = c.var
  const organisations = await loadOrganisations(dependencies.database, [...new Set(ids)])
  const now = dependencies.now()
  return new Map(
    organisations.flatMap((stored) => {
      const view = viewOrganisation(viewer, stored, now)
      return view ? [[stored.id, view] as const] : []
    }),
  )
}
