import type { OrganisationId } from '@kunak/contracts'
import type { OrganisationPeople } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'

/** What makes a transaction fail if the people of an organisation have changed since they were read. */
export function organisationPeopleUnchanged(
  database: Database,
  id: OrganisationId,
  { version }: Pick<OrganisationPeople, 'version'>,
): Write {
  const Key = { pk: `ORGANISATION#${id}`, sk: 'PEOPLE' }
  const TableName = database.tables.identity
  if (version === 0) return { ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_not_exists(pk)' } }
  return {
    ConditionCheck: {
      TableName,
      Key,
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': version },
    },
  }
}
