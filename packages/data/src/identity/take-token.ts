import { createHmac } from 'node:crypto'
import type { Database } from '../database.ts'
import { takeFromBucket } from '../take-from-bucket.ts'

export interface Bucket {
  readonly kind: string
  /** A person or a network source; kept only as a fingerprint under a key of the day. */
  readonly source: string
  readonly secret: string
  readonly burst: number
  readonly everyMs: number
}

/** Takes one token of a bucket, if there is one. */
export function takeToken(database: Database, now: Date, { kind, source, secret, burst, everyMs }: Bucket): Promise<boolean> {
  const keyOfTheDay = createHmac('sha256', secret).update(now.toISOString().slice(0, 10)).digest()
  const fingerprint = createHmac('sha256', keyOfTheDay).update(source).digest('base64url')
  const key = { pk: `BUCKET#${fingerprint}`, sk: kind }
  const expiresAt = Math.ceil((now.getTime() + burst * everyMs) / 1000) + 60
  return takeFromBucket(database, now, { table: 'identity', key, count: 1, burst, everyMs, expiresAt })
}
