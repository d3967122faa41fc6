import { createHash } from 'node:crypto'
import { Actor } from '@kunak/contracts'
import type { Person } from '@kunak/contracts/identity'

/**
 * A person as the audit log names her: a commitment to her id, which her account's nonce opens. Once the account is erased, and its
 * nonce with it, nobody can tell whose entries they were.
 */
export function actorOf({ id, actorNonce }: Pick<Person, 'id' | 'actorNonce'>): Actor {
  return Actor.parse(createHash('sha256').update(`${actorNonce}|${id}`).digest('base64url'))
}
