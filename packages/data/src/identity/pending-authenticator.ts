import { randomBytes } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Session } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'

const key = ({ personId, id }: Owner) => ({ pk: `PERSON#${personId}`, sk: `AUTHENTICATOR#${id}` })
type Owner = Pick<Session, 'id' | 'personId'>
const livesMs = 15 * 60_000
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A fresh secret of 160 bits for an authenticator app, in base 32 (RFC 4226 §4, RFC 4648). */
export function newAuthenticatorSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** Keeps a secret, sealed, until its first code comes in the same session: a quarter of an hour at most. */
export async function keepPendingAuthenticator(
  database: Database,
  now: Date,
  pending: { readonly session: Owner; readonly sealed: string },
) {
  const until = now.getTime() + livesMs
  await database.client.send(
    new PutCommand({
      TableName: database.tables.identity,
      Item: { ...key(pending.session), sealed: pending.sealed, until, expiresAt: Math.ceil(until / 1000) },
    }),
  )
}

/** The sealed secret that waits for its first code in a session, or null. */
export async function loadPendingAuthenticator(database: Database, now: Date, session: Owner): Promise<string | null> {
  const item = await loadItem(database, 'identity', key(session))
  return item && now.getTime() < Number(item['until']) ? String(item['sealed']) : null
}

/** What uses a waiting secret up; the transaction fails where that has been done. */
export function endPendingAuthenticatorWrite(database: Database, session: Owner): Write {
  return {
    Delete: { TableName: database.tables.identity, Key: key(session), ConditionExpression: 'attribute_exists(pk)' },
  }
}
