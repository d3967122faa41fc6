import type { PersonId } from '@kunak/contracts'
import { Device } from '@kunak/contracts/identity'
import * as z from 'zod'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { deleteItem } from '../delete-item.ts'
import type { ItemKey } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { hashOf, type Secrets } from './secrets-of.ts'
import { subscriberKey } from './subscribers.ts'

/** The partition of somebody's browsers, apart from her account: who sends notes may take one away and touch nothing else of hers. */
const partition = (personId: PersonId) => `BROWSERS#${personId}`
const browserKey = (personId: PersonId, id: string): ItemKey => ({ pk: partition(personId), sk: id })

/** A browser that takes notes. Nothing is ever sent in one, so what it could be sealed with for that browser is not kept. */
export interface Browser {
  /** SHA-256 of the address. */
  readonly id: string
  readonly endpoint: string
  readonly device: Device
  readonly since: string
}

const BrowserItem = z.object({ sk: z.string(), sealed: z.string(), device: Device, since: z.string() })

/** The browsers of somebody that take notes (strongly consistent), the newest first. */
export async function listBrowsers(
  database: Database,
  { unseal }: Pick<Secrets, 'unseal'>,
  personId: PersonId,
): Promise<Browser[]> {
  const items = await queryAll(database, 'identity', inPartition(partition(personId)))
  return items
    .map((item) => BrowserItem.parse(item))
    .map(({ sk: id, sealed, device, since }) => ({ id, endpoint: unseal(sealed), device, since }))
    .sort((one, other) => (one.since < other.since ? 1 : -1))
}

/** Where the browsers of somebody are kept, to be taken away with her account. */
export async function browserKeysOf(database: Database, personId: PersonId): Promise<ItemKey[]> {
  const items = await queryAll(database, 'identity', inPartition(partition(personId)))
  return items.map(({ sk }) => browserKey(personId, String(sk)))
}

/** What adds a browser of somebody, or replaces the same one. */
export function browserWrites(
  { tables }: Database,
  { seal }: Pick<Secrets, 'seal'>,
  { personId, endpoint, device, since }: Omit<Browser, 'id'> & { readonly personId: PersonId },
): Write[] {
  const Item = { ...browserKey(personId, hashOf(endpoint)), sealed: seal(endpoint), device, since }
  return [{ Put: { TableName: tables.identity, Item } }, takesPush(tables.identity, personId, true)]
}

/** What takes a browser of somebody away; `isLast` says that no other one is left. */
export function browserGoneWrites(
  { tables }: Database,
  { personId, id, isLast }: { readonly personId: PersonId; readonly id: string; readonly isLast: boolean },
): Write[] {
  const gone: Write = { Delete: { TableName: tables.identity, Key: { ...browserKey(personId, id) } } }
  return isLast ? [gone, takesPush(tables.identity, personId, false)] : [gone]
}

/**
 * Takes a browser away that its maker's service knows no more. That she takes notes stays noted, because who sends them may change
 * nothing else of hers: a letter job may name her then, and finds nobody to tell.
 */
export function forgetBrowser(database: Database, personId: PersonId, id: string): Promise<void> {
  return deleteItem(database, 'identity', browserKey(personId, id))
}

const takesPush = (TableName: string, personId: PersonId, is: boolean): Write => ({
  Update: {
    TableName,
    Key: { ...subscriberKey(personId) },
    UpdateExpression: 'SET takesPush = :is',
    ExpressionAttributeValues: { ':is': is },
  },
})
