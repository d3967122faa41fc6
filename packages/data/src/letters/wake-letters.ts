import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'
import { dueBy } from '../due-by.ts'
import { queryAll } from '../query-items.ts'
import { jobIdOf, type LetterJob, wakeKey } from './letter-job.ts'

const mostAtOnce = 500
const wakingLastsSeconds = 3600
// First those that somebody is waiting for.
const kinds: readonly LetterJob['letter'][] = ['sign_in', 'news']

/**
 * Wakes the worker for the jobs that should be gone on with: put off until now, or left by a worker that died. Every minute; called more
 * often it does the same. Answers how many it has woken it for.
 */
export async function wakeLetters(database: Database, now: Date): Promise<number> {
  const each = await Promise.all(kinds.map((letter) => wake(database, now, letter)))
  return each.reduce((sum, count) => sum + count, 0)
}

async function wake(database: Database, now: Date, letter: LetterJob['letter']): Promise<number> {
  const TableName = database.tables.letters
  const items = await queryAll(database, 'letters', { ...dueBy(letter, now), Limit: mostAtOnce })
  const minute = now.toISOString().slice(0, 16)
  const ids = items.flatMap(({ pk }) => jobIdOf(String(pk)) ?? [])
  for (const id of ids) {
    const Item = { ...wakeKey(id, minute), letter, expiresAt: Math.ceil(now.getTime() / 1000) + wakingLastsSeconds }
    await database.client.send(new PutCommand({ TableName, Item }))
  }
  return ids.length
}
