import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { AuditEntry, AuditLink } from '@kunak/contracts/identity'
import { type ChainEnd, nextLink } from '@kunak/domain/identity'
import { isLostRace } from '../commit.ts'
import type { Database } from '../database.ts'
import { type ItemKey, loadItem, loadItems } from '../load-items.ts'
import { inPartition, queryAll, queryItems, scanPages } from '../query-items.ts'
import type { AuditKeys } from './audit-keys.ts'
import { itemOfImage } from './item-of-image.ts'

/** How often entries are sealed anew when somebody else was faster; then their batch is tried again. */
const mostTries = 20

/** Under which partitions the chain is kept, beside the entries that it seals. */
const auditPartition = 'AUDIT'
const endKey = { pk: auditPartition, sk: 'END' }
const dayOf = (at: string) => at.slice(0, 10)
const linkKey = ({ seq, at }: Pick<AuditLink, 'seq' | 'at'>) => ({
  pk: `${auditPartition}#${dayOf(at)}`,
  sk: String(seq).padStart(12, '0'),
})

/** A record of the events table's stream, as an audit entry; null for the chain's own items, and for what is no new entry. */
export function auditEntryOfImage(image: Record<string, AttributeValue>): AuditEntry | null {
  // The chain's own items hold lists, which events do not.
  return isOfChain(image['pk']?.S) ? null : auditEntryOf(itemOfImage(image))
}

const isOfChain = (pk: unknown) => typeof pk !== 'string' || pk === auditPartition || pk.startsWith(`${auditPartition}#`)

/** An item of the events table as an audit entry; null for the items of the chain itself. */
function auditEntryOf(item: Readonly<Record<string, unknown>>): AuditEntry | null {
  const { pk, sk, ...said } = item
  if (isOfChain(pk)) return null
  return AuditEntry.parse({ subject: pk, id: sk, ...said })
}

/**
 * Seals entries into the next link of the chain. Whoever seals at the same moment takes turns; an entry that is sealed twice, because
 * its stream was read again, is sealed alike both times.
 */
export async function sealEntries(
  database: Database,
  entries: readonly AuditEntry[],
  { now, keys }: { readonly now: Date; readonly keys: AuditKeys },
): Promise<void> {
  if (entries.length === 0) return
  const TableName = database.tables.events
  for (let tries = 0; tries < mostTries; tries += 1) {
    const end = await readEnd(database)
    const link = nextLink(end, entries, { now, sign: keys.sign })
    const condition =
      end === null
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#seq = :seq',
            ExpressionAttributeNames: { '#seq': 'seq' },
            ExpressionAttributeValues: { ':seq': end.seq },
          }
    try {
      await database.client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: { ...endKey, seq: link.seq, hash: link.hash }, ...condition } },
            { Put: { TableName, Item: { ...linkKey(link), link }, ConditionExpression: 'attribute_not_exists(pk)' } },
          ],
        }),
      )
      return
    } catch (error) {
      if (!isLostRace(error)) throw error
    }
  }
  throw new Error('Others were always faster to seal the audit log.')
}

async function readEnd(database: Database): Promise<ChainEnd> {
  const item = await loadItem(database, 'events', endKey)
  return item ? { seq: Number(item['seq']), hash: String(item['hash']) } : null
}

/** What happened to one thing, newest first, `most` at most (strongly consistent). */
export async function readEntriesAbout(database: Database, subject: string, most: number): Promise<AuditEntry[]> {
  const items = await queryAll(database, 'events', { ...inPartition(subject), ScanIndexForward: false, Limit: most })
  return items.flatMap((item) => auditEntryOf(item) ?? [])
}

/** What was sealed on a day (UTC), newest first, `most` at most. */
export async function readEntriesOn(database: Database, day: string, most: number): Promise<AuditEntry[]> {
  const named: ItemKey[] = []
  const newestFirst = { ...inPartition(`${auditPartition}#${day}`), ScanIndexForward: false }
  for await (const item of queryItems(database, 'events', newestFirst)) {
    for (const { subject, id } of AuditLink.parse(item['link']).entries.toReversed()) named.push({ pk: subject, sk: id })
    if (named.length >= most) break
  }
  return loadEntries(database, named.slice(0, most))
}

async function loadEntries(database: Database, named: readonly ItemKey[]): Promise<AuditEntry[]> {
  const unique = [...new Map(named.map((key) => [`${key.pk} ${key.sk}`, key])).values()]
  const items = await loadItems(database, 'events', unique)
  const entries = items.flatMap((item) => (item ? (auditEntryOf(item) ?? []) : []))
  return entries.toSorted((one, other) => (one.id < other.id ? 1 : -1))
}

/** The whole log, to verify it: reads the whole table, so it is for the operator's command and never for a request. */
export async function readWholeLog(database: Database): Promise<{ links: AuditLink[]; entries: AuditEntry[] }> {
  const links: AuditLink[] = []
  const entries: AuditEntry[] = []
  for await (const page of scanPages(database, 'events'))
    for (const item of page) {
      const entry = auditEntryOf(item)
      if (entry) entries.push(entry)
      else if (item['link'] !== undefined) links.push(AuditLink.parse(item['link']))
    }
  return { links: links.toSorted((one, other) => one.seq - other.seq), entries }
}
