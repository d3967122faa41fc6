import type { NamedOrganisation, OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { viewOrganisation } from '../directory/index.ts'

/** What an alert is shown with: the organisations that it names, as they are now. */
export interface AlertContext {
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly now: Date
}

/** An organisation by its names, as far as a reader may see it today; null for none, and for one that she may not know of. */
export function namedFor(
  viewer: Viewer,
  id: OrganisationId | null,
  { organisations, now }: AlertContext,
): NamedOrganisation | null {
  const organisation = id === null ? undefined : organisations.get(id)
  const view = organisation && viewOrganisation(viewer, organisation, now)
  return view ? namedAs(view) : null
}

/** An organisation that a reader sees, by its names alone. */
export const namedAs = ({ id, names }: NamedOrganisation): NamedOrganisation => ({ id, names })
