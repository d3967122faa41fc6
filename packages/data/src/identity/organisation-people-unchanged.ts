import type { OrganisationId } from '@kunak/contracts'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'

/** What makes a transaction fail if the people of an organisation have changed since they were read. */
export function organisationPeopleUnchanged(
  { tables }: Database,
  id: OrganisationId,
  people: Pick<OrganisationPeople, 'version'>,
): Write {
  const Key = { pk: `ORGANISATION#${id}`, sk: 'PEOPLE' }
  return { ConditionCheck: { TableName: tables.identity, Key, ...isAsRead(people) } }
}
