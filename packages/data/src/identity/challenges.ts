import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Write } from '../commit.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { hashOf, newToken } from './secrets-of.ts'

const key = (challenge: string) => ({ pk: `CHALLENGE#${hashOf(challenge)}`, sk: 'STATE' })

/** How long a passkey may take to answer. */
export const challengeMs = 5 * 60_000

/**
 * A fresh challenge for a passkey, kept under its SHA-256 with what it is for: an answer to it proves that and nothing else. It is
 * used by `useChallengeWrite`, once.
 */
export async function issueChallenge(database: Database, now: Date, purpose: string): Promise<string> {
  const challenge = newToken()
  const validUntil = now.getTime() + challengeMs
  const Item = { ...key(challenge), purpose, validUntil, expiresAt: Math.ceil(validUntil / 1000) }
  await database.client.send(new PutCommand({ TableName: database.tables.identity, Item }))
  return challenge
}

export interface ChallengeUse {
  readonly challenge: string
  readonly purpose: string
}

/** Whether a challenge is for this, not used and not too old, so that a wrong answer costs one look (strongly consistent). */
export async function isChallengeOpen(database: Database, now: Date, { challenge, purpose }: ChallengeUse): Promise<boolean> {
  const item = await loadItem(database, 'identity', key(challenge))
  return item?.['purpose'] === purpose && Number(item['validUntil']) > now.getTime()
}

/** What uses a challenge up; the transaction fails where it is not open, so that of two answers to it one counts. */
export function useChallengeWrite(database: Database, now: Date, { challenge, purpose }: ChallengeUse): Write {
  return {
    Delete: {
      TableName: database.tables.identity,
      Key: key(challenge),
      ConditionExpression: 'purpose = :purpose AND validUntil > :now',
      ExpressionAttributeValues: { ':purpose': purpose, ':now': now.getTime() },
    },
  }
}
