import { createHash, timingSafeEqual } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { mostWrongTries, SignIn, signInMinutes } from '@kunak/contracts/identity'
import type { Write } from '../commit.ts'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import type { Secrets } from './secrets-of.ts'

const key = (hash: string) => ({ pk: `SIGN_IN#${hash}`, sk: 'STATE' })
const endOf = ({ startedAt }: SignIn) => Date.parse(startedAt) + signInMinutes * 60_000

/** What the letter of an asking says: 256 bits for its link, and eight digits for somebody who types. Both follow from the asking's hash. */
export function signInProofs(secrets: Secrets, hash: string): { readonly token: string; readonly code: string } {
  const code = secrets.tag(`the code of ${hash}`).readBigUInt64BE() % 100_000_000n
  return { token: secrets.tag(`the link of ${hash}`).toString('base64url'), code: String(code).padStart(8, '0') }
}

/** Whether that is what the letter says, told in the same time however much of it is right. A code may be typed in groups. */
export function isProof(secrets: Secrets, hash: string, proof: { readonly token: string } | { readonly code: string }): boolean {
  const { token, code } = signInProofs(secrets, hash)
  return 'token' in proof ? isSame(proof.token, token) : isSame(proof.code.replaceAll(/[\s-]/g, ''), code)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

/** What begins an asking, or carries a proved one on under another hash. */
export function signInWrite(database: Database, signIn: SignIn): Write {
  return {
    Put: {
      TableName: database.tables.identity,
      Item: { ...key(signIn.hash), signIn, tries: 0, expiresAt: Math.ceil(endOf(signIn) / 1000) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}

/** What uses an asking up; the transaction fails where somebody else has. */
export function endSignInWrite(database: Database, hash: string): Write {
  return {
    Delete: { TableName: database.tables.identity, Key: key(hash), ConditionExpression: 'attribute_exists(pk)' },
  }
}

/** An asking as it is now (strongly consistent); null where there is none or its time is over. */
export async function loadSignIn(database: Database, now: Date, hash: string): Promise<SignIn | null> {
  const item = await loadItem(database, 'identity', key(hash))
  return item ? living(SignIn.parse(item['signIn']), now) : null
}

/**
 * Counts a try before anything is compared, so that however many come at once no more than five are looked at. Answers the asking; null
 * where there is none, its time is over or its tries are used up.
 */
export async function countTry(database: Database, now: Date, hash: string): Promise<SignIn | null> {
  const counted = await unlessRefused(
    database.client.send(
      new UpdateCommand({
        TableName: database.tables.identity,
        Key: key(hash),
        UpdateExpression: 'ADD tries :one',
        ConditionExpression: 'attribute_exists(pk) AND tries < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': mostWrongTries },
        ReturnValues: 'ALL_NEW',
      }),
    ),
  )
  return counted && living(SignIn.parse(counted.Attributes?.['signIn']), now)
}

const living = (signIn: SignIn, now: Date) => (now.getTime() < endOf(signIn) ? signIn : null)
