import type { OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import * as z from 'zod'
import type { Database } from '../../database.ts'
import { loadOrganisation, loadOrganisations } from '../organisations.ts'

/**
 * The organisations as they are now, by id; null for one that is not there. A stored organisation that breaks the contract is named
 * in `unreadable` and counts as not there, so that one of them does not take the search down for everybody.
 */
export async function loadEach(
  database: Database,
  ids: readonly OrganisationId[],
): Promise<{ readonly organisations: Map<OrganisationId, Organisation | null>; readonly unreadable: Set<OrganisationId> }> {
  const organisations = new Map<OrganisationId, Organisation | null>(ids.map((id) => [id, null]))
  const unreadable = new Set<OrganisationId>()
  try {
    for (const organisation of await loadOrganisations(database, ids)) organisations.set(organisation.id, organisation)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    for (const id of ids)
      try {
        organisations.set(id, await loadOrganisation(database, id))
      } catch (one) {
        if (!(one instanceof z.ZodError)) throw one
        unreadable.add(id)
      }
  }
  return { organisations, unreadable }
}
