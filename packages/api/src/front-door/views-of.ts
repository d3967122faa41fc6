import type { OrganisationId } from '@kunak/contracts'
import type { OrganisationView } from '@kunak/contracts/directory'
import { loadOrganisations } from '@kunak/data/directory'
import { viewOrganisation } from '@kunak/domain/directory'
import type { FrontContext } from './front.ts'

/**
 * What this reader, or another viewer, may see of each of some organisations; those that are not there for her are left out. Her own
 * are not read a second time.
 */
export async function viewsOf(
  c: FrontContext,
  ids: Iterable<OrganisationId>,
  viewer = c.var.viewer,
): Promise<Map<OrganisationId, OrganisationView>> {
  const { dependencies } = c.var
  const wanted = new Set(ids)
  const own = c.var.organisations.filter(({ id }) => wanted.has(id))
  const read = new Set(own.map(({ id }) => id))
  const others = await loadOrganisations(dependencies.database, [...wanted.difference(read)])
  const now = dependencies.now()
  return new Map(
    [...own, ...others].flatMap((stored) => {
      const view = viewOrganisation(viewer, stored, now)
      return view ? [[stored.id, view] as const] : []
    }),
  )
}

/** An organisation by its name alone, where the reader may see it. */
export const nameOf = (view: OrganisationView | null | undefined) => (view ? { id: view.id, names: view.names } : null)
