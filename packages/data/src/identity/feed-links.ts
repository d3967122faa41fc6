import { PersonId } from '@kunak/contracts'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { hashOf } from './secrets-of.ts'

const key = (hash: string) => ({ pk: `FEED_LINK#${hash}`, sk: 'PERSON' })
const ownKey = (personId: PersonId, hash: string) => ({ pk: `PERSON#${personId}`, sk: `FEED_LINK#${hash}` })

/** A secret address under which somebody's own feeds are read; of its token only the SHA-256 is kept. */
export interface FeedLink {
  readonly hash: string
  readonly personId: PersonId
  readonly since: string
}

/** Whose feeds a token opens and since when, or null (strongly consistent). Whether her account still allows it is the caller's to ask. */
export async function findFeedLink(database: Database, token: string): Promise<FeedLink | null> {
  const hash = hashOf(token)
  const item = await loadItem(database, 'identity', key(hash))
  return item ? { hash, personId: PersonId.parse(item['personId']), since: String(item['since']) } : null
}

/** The links of somebody (strongly consistent): one, or none. */
export async function feedLinksOf(database: Database, personId: PersonId): Promise<FeedLink[]> {
  const items = await queryAll(database, 'identity', inPartition(`PERSON#${personId}`, 'FEED_LINK#'))
  return items.map(({ sk, since }) => ({ hash: String(sk).slice('FEED_LINK#'.length), personId, since: String(since) }))
}

/** What makes a link. */
export function feedLinkWrites({ tables }: Database, { hash, personId, since }: FeedLink): Write[] {
  const TableName = tables.identity
  return [
    { Put: { TableName, Item: { ...key(hash), personId, since } } },
    { Put: { TableName, Item: { ...ownKey(personId, hash), since } } },
  ]
}

/** What ends links: their addresses open nothing from the next read on. */
export function endFeedLinkWrites({ tables }: Database, links: readonly FeedLink[]): Write[] {
  return links
    .flatMap(({ hash, personId }) => [key(hash), ownKey(personId, hash)])
    .map((Key) => ({ Delete: { TableName: tables.identity, Key } }))
}
