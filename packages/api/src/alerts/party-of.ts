import type { OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import { loadOrganisation } from '@kunak/data/directory'
import type { FrontContext } from '../front-door/front.ts'

/**
 * What of an organisation decides whether it may raise or confirm an alert; nothing of its profile. Null where there is none. One of the
 * reader's own is not read a second time.
 */
export async function partyOf(
  c: FrontContext,
  id: OrganisationId,
): Promise<Pick<Organisation, 'id' | 'standing' | 'circles'> | null> {
  const { organisations, dependencies } = c.var
  const organisation = organisations.find((own) => own.id === id) ?? (await loadOrganisation(dependencies.database, id))
  return organisation && { id, standing: organisation.standing, circles: organisation.circles }
}
