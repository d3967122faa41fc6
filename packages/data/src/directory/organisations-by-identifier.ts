import { OrganisationId } from '@kunak/contracts'
import type { Identifier, Organisation } from '@kunak/contracts/directory'
import { identifierKey } from '@kunak/domain/directory'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { inPartition, queryAll } from '../query-items.ts'

const partition = (key: string) => `IDENTIFIER#${key}`

/** Keeps the index of register numbers in step with a change of an organisation; written in the same transaction. */
export function identifierWrites(database: Database, before: Organisation | null, after: Organisation): Write[] {
  const TableName = database.tables.directory
  const was = keysOf(before?.profile.identifiers ?? [])
  const is = keysOf(after.profile.identifiers)
  const item = (key: string) => ({ pk: partition(key), sk: after.id })
  return [
    ...[...is].filter((key) => !was.has(key)).map((key): Write => ({ Put: { TableName, Item: item(key) } })),
    ...[...was].filter((key) => !is.has(key)).map((key): Write => ({ Delete: { TableName, Key: item(key) } })),
  ]
}

/** The organisations that carry a register number, however it is written; two at most are told, because two are already too many. */
export async function organisationsByIdentifier(database: Database, identifier: Identifier): Promise<OrganisationId[]> {
  const items = await queryAll(database, 'directory', { ...inPartition(partition(identifierKey(identifier))), Limit: 2 })
  return items.map((item) => OrganisationId.parse(item['sk']))
}

function keysOf(identifiers: readonly Identifier[]): ReadonlySet<string> {
  return new Set(identifiers.filter(({ scheme }) => scheme !== 'other').map(identifierKey))
}
