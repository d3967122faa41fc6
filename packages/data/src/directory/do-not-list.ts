import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { ok, type Actor, refuse, type Result } from '@kunak/contracts'
import { DoNotListEntry, type DoNotListPage, type DoNotListQuery, type Profile } from '@kunak/contracts/directory'
import { doNotListFingerprints } from '@kunak/domain/directory'
import * as z from 'zod'
import { commit, type Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem, loadItems } from '../load-items.ts'

type Named = Pick<Profile, 'names' | 'identifiers'>
const register = 'DO_NOT_LIST'
const fingerprintKey = (fingerprint: string) => ({ pk: `${register}#${fingerprint}`, sk: 'FINGERPRINT' })
const StoredEntry = z.object({ sk: z.string(), createdAt: z.string(), reason: z.string(), fingerprints: z.array(z.string()) })

/** What is written to refuse an organisation from now on: an entry that does not name it, and a fingerprint for each name and number. */
export function doNotListWrites(
  database: Database,
  now: Date,
  entry: { readonly id: string; readonly key: string; readonly reason: string } & Named,
): Write[] {
  const TableName = database.tables.directory
  const fingerprints = doNotListFingerprints(entry.key, entry)
  const Item = { pk: register, sk: entry.id, createdAt: now.toISOString(), reason: entry.reason, fingerprints }
  return [
    { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    ...fingerprints.map((fingerprint) => changeFingerprint(TableName, fingerprint, { ADD: entry.id })),
  ]
}

/** Whether any name or register number of an organisation stands in the register. */
export async function isOnDoNotList(database: Database, key: string, named: Named): Promise<boolean> {
  const [isListed = false] = await areOnDoNotList(database, key, [named])
  return isListed
}

/** The same for many at once, in their order. */
export async function areOnDoNotList(database: Database, key: string, many: readonly Named[]): Promise<boolean[]> {
  const fingerprints = many.map((named) => doNotListFingerprints(key, named))
  const all = fingerprints.flat()
  const items = await loadItems(database, 'directory', all.map(fingerprintKey))
  const listed = new Set(all.filter((_, index) => items[index]?.['entries'] !== undefined))
  return fingerprints.map((mine) => mine.some((one) => listed.has(one)))
}

/** Adds an organisation that asked not to be listed. */
export async function addToDoNotList(
  database: Database,
  now: Date,
  entry: { readonly id: string; readonly key: string; readonly reason: string; readonly actor: Actor | null } & Named,
): Promise<Result<DoNotListEntry, { readonly code: 'changed_meanwhile' }>> {
  const writes = doNotListWrites(database, now, entry)
  const event = { type: 'do_not_list_added', subject: register, actor: entry.actor, data: { entry: entry.id } }
  const saved = await commit(database, now, { writes, events: [event] })
  if (!saved.ok) return saved
  return ok({ id: entry.id, createdAt: now.toISOString(), reason: entry.reason, fingerprints: writes.length - 1 })
}

/** A page of the register, newest first. */
export async function readDoNotList(database: Database, { after, limit }: DoNotListQuery): Promise<DoNotListPage> {
  const { Items = [], LastEvaluatedKey } = await database.client.send(
    new QueryCommand({
      TableName: database.tables.directory,
      KeyConditionExpression: 'pk = :register',
      ExpressionAttributeValues: { ':register': register },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: { pk: register, sk: after } }),
    }),
  )
  const entries = Items.map((item) => {
    const { sk, createdAt, reason, fingerprints } = StoredEntry.parse(item)
    return DoNotListEntry.parse({ id: sk, createdAt, reason, fingerprints: fingerprints.length })
  })
  return { entries, next: LastEvaluatedKey ? String(LastEvaluatedKey['sk']) : null }
}

/** Takes an entry out again; what another entry refuses as well stays refused. */
export async function removeFromDoNotList(
  database: Database,
  now: Date,
  { id, actor }: { readonly id: string; readonly actor: Actor | null },
): Promise<Result<undefined, { readonly code: 'changed_meanwhile' | 'not_found' }>> {
  const TableName = database.tables.directory
  const Key = { pk: register, sk: id }
  const item = await loadItem(database, 'directory', Key)
  if (!item) return refuse({ code: 'not_found' })
  const writes: Write[] = [
    { Delete: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' } },
    ...StoredEntry.parse(item).fingerprints.map((fingerprint) => changeFingerprint(TableName, fingerprint, { DELETE: id })),
  ]
  const event = { type: 'do_not_list_removed', subject: register, actor, data: { entry: id } }
  return commit(database, now, { writes, events: [event] })
}

/** A fingerprint has a set of entries that refuse whoever has it, so that two requests about one can be taken back one by one. */
export function changeFingerprint(TableName: string, fingerprint: string, change: { ADD: string } | { DELETE: string }): Write {
  const [verb, id] = Object.entries(change)[0] ?? []
  return {
    Update: {
      TableName,
      Key: fingerprintKey(fingerprint),
      UpdateExpression: `${verb} #entries :id`,
      ExpressionAttributeNames: { '#entries': 'entries' },
      ExpressionAttributeValues: { ':id': new Set([id]) },
    },
  }
}
