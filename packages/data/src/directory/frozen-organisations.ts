import { OrganisationId } from '@kunak/contracts'
import type { Organisation } from '@kunak/contracts/directory'
import { doNotListFingerprints, freezeCodeOf } from '@kunak/domain/directory'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { changeFingerprint } from './do-not-list.ts'

const codeKey = (code: string) => `FROZEN#${code}`

/**
 * What is written beside a freeze, or the end of one: where its code is found, and that nobody may list an organisation of that name
 * or number meanwhile. `key` is the register's; the register itself says nothing of it. Nothing for any other change.
 */
export function freezeWrites(
  database: Database,
  { before, after, key }: { readonly before: Organisation; readonly after: Organisation; readonly key: string },
): Write[] {
  const isFrozen = after.standing === 'frozen'
  if ((before.standing === 'frozen') === isFrozen) return []
  const TableName = database.tables.directory
  const Key = { pk: codeKey(freezeCodeOf(after.id)), sk: after.id }
  return [
    isFrozen ? { Put: { TableName, Item: Key } } : { Delete: { TableName, Key } },
    ...doNotListFingerprints(key, after.profile)
      .slice(0, mostFingerprints)
      .map((fingerprint) => changeFingerprint(TableName, fingerprint, isFrozen ? { ADD: after.id } : { DELETE: after.id })),
  ]
}

// A transaction takes a hundred writes.
const mostFingerprints = 60

/** The frozen organisation of a code as `readFreezeCode` gives it (strongly consistent); null where there is none, or two. */
export async function frozenByCode(database: Database, code: string): Promise<OrganisationId | null> {
  const [only, another] = await queryAll(database, 'directory', { ...inPartition(codeKey(code)), Limit: 2 })
  return only && !another ? OrganisationId.parse(only['sk']) : null
}
