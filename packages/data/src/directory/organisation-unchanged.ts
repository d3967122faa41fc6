import type { Organisation } from '@kunak/contracts/directory'
import type { Write } from '../commit.ts'
import { isAsRead } from '../conditions.ts'
import type { Database } from '../database.ts'

/** What makes a transaction fail if an organisation that it was decided on has changed since. */
export function organisationUnchanged({ tables }: Database, organisation: Pick<Organisation, 'id' | 'version'>): Write {
  const Key = { pk: `ORGANISATION#${organisation.id}`, sk: 'STATE' }
  return { ConditionCheck: { TableName: tables.directory, Key, ...isAsRead(organisation) } }
}
