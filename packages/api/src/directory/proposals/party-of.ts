import type { OrganisationId, PersonId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Person } from '@kunak/contracts/identity'
import type { Database } from '@kunak/data'
import { loadOrganisations } from '@kunak/data/directory'
import { loadPerson } from '@kunak/data/identity'
import type { Party } from '@kunak/domain/identity'

/** Somebody who takes part in a decision, as she is stored now, with her vetted organisations. */
export interface StoredParty extends Party {
  readonly person: Person
  readonly vetted: readonly Organisation[]
}

/** A party to a decision; `also` are organisations that she belonged to when she proposed it. Null where her account is gone. */
export async function partyOf(
  database: Database,
  personId: PersonId | null,
  also: readonly OrganisationId[] = [],
): Promise<StoredParty | null> {
  const person = personId && (await loadPerson(database, personId))
  if (!person) return null
  const ids = person.memberships.map(({ organisationId }) => organisationId)
  const vetted = (await loadOrganisations(database, ids)).filter(({ standing }) => standing === 'vetted')
  return {
    person,
    personId: person.id,
    isCoordinator: person.isCoordinator,
    organisationIds: [...new Set([...ids, ...also])],
    vettedIds: vetted.map(({ id }) => id),
    vetted,
  }
}
