import type { Organisation } from '@kunak/contracts/directory'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'

/** What makes a transaction fail if an organisation that it was decided on has changed since. */
export function organisationUnchanged(database: Database, { id, version }: Pick<Organisation, 'id' | 'version'>): Write {
  return {
    ConditionCheck: {
      TableName: database.tables.directory,
      Key: { pk: `ORGANISATION#${id}`, sk: 'STATE' },
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': version },
    },
  }
}
