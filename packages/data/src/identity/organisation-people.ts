import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { OrganisationId } from '@kunak/contracts'
import { OrganisationPeople } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'

const key = (id: OrganisationId) => ({ pk: `ORGANISATION#${id}`, sk: 'PEOPLE' })

/** Who belongs to an organisation now (strongly consistent). */
export async function loadOrganisationPeople(database: Database, id: OrganisationId): Promise<OrganisationPeople> {
  const { Item } = await database.client.send(
    new GetCommand({ TableName: database.tables.identity, Key: key(id), ConsistentRead: true }),
  )
  return Item ? OrganisationPeople.parse(Item['people']) : { version: 0, people: [] }
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
      ConditionExpression: 'attribute_not_exists(pk) OR #version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': after.version - 1 },
    },
  }
}
