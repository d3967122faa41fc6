import type { OrganisationId, PersonId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import type { Person } from '@kunak/contracts/identity'
import type { Database } from '@kunak/data'
import { loadOrganisations } from '@kunak/data/directory'
import { loadPerson } from '@kunak/data/identity'
import type { Party } from '@kunak/domain/identity'
import type { FrontContext } from '../../front-door/front.ts'

/** Somebody who takes part in a decision, as she is stored, with her vetted organisations. */
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
  return partyFrom(person, await loadOrganisations(database, ids), also)
}

/** The reader herself, as she was read for this request; null where she is nobody. */
export function partyOfReader(c: FrontContext): StoredParty | null {
  const { person, organisations } = c.var
  return person && partyFrom(person, organisations)
}

function partyFrom(person: Person, organisations: readonly Organisation[], also: readonly OrganisationId[] = []): StoredParty {
  const ids = person.memberships.map(({ organisationId }) => organisationId)
  const vetted = organisations.filter(({ standing }) => standing === 'vetted')
  return {
    person,
    personId: person.id,
    isCoordinator: person.isCoordinator,
    organisationIds: [...new Set([...ids, ...also])],
    vettedIds: vetted.map(({ id }) => id),
    vetted,
  }
}
