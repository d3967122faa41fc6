import type { OrganisationId, PersonId } from '@kunak/contracts'
import type { Role } from '@kunak/contracts/identity'
import type { Database } from '../database.ts'
import { loadOrganisationPeople } from './organisation-people.ts'

/** The people of some organisations as they are now, all or those of one role; somebody who belongs to two of them is there twice. */
export async function peopleOfOrganisations(
  database: Database,
  ids: readonly OrganisationId[],
  role?: Role,
): Promise<PersonId[]> {
  const each = await Promise.all(ids.map((id) => loadOrganisationPeople(database, id)))
  const all = each.flatMap(({ people }) => people)
  return all.filter((one) => role === undefined || one.role === role).map(({ personId }) => personId)
}
