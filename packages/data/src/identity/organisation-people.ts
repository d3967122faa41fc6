import type { OrganisationId } from '@kunak/contracts'
import { OrganisationPeople } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'

const key = (id: OrganisationId) => ({ pk: `ORGANISATION#${id}`, sk: 'PEOPLE' })

/** Who belongs to an organisation now (strongly consistent). */
export async function loadOrganisationPeople(database: Database, id: OrganisationId): Promise<OrganisationPeople> {
  const item = await loadItem(database, 'identity', key(id))
  return item ? OrganisationPeople.parse(item['people']) : { version: 0, people: [] }
}

/**
 * What writes who belongs to an organisation, if nobody has changed it since. Each person's own account names her memberships too:
 * write both in one transaction.
 */
export function organisationPeopleWrite(database: Database, id: OrganisationId, after: OrganisationPeople): Write {
  return {
    Put: {
      TableName: database.tables.identity,
      Item: { ...key(id), version: after.version, people: after },
      ...isAsRead({ version: after.version - 1 }),
    },
  }
}
