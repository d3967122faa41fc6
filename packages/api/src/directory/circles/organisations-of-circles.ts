import type { OrganisationId } from '@kunak/contracts'
import type { Circle } from '@kunak/contracts/directory'
import { loadOrganisation, loadOrganisations } from '@kunak/data/directory'
import type { FrontContext } from '../../front-door/front.ts'

/** Every organisation that these circles speak of, as it is now; only for the domain to decide and to make views of. */
export async function organisationsOfCircles(c: FrontContext, circles: readonly Circle[]) {
  const ids = circles.flatMap(({ members, invited }) => [
    ...members.map(({ organisationId }) => organisationId),
    ...invited.flatMap(({ organisationId, by }) => [organisationId, by]),
  ])
  const organisations = await loadOrganisations(c.var.dependencies.database, [...new Set(ids)])
  return new Map(organisations.map((one) => [one.id, one]))
}

/** Whom an organisation asks in, as it is now; only for the domain to decide. */
export function askedOrganisation(c: FrontContext, id: OrganisationId) {
  return loadOrganisation(c.var.dependencies.database, id)
}
