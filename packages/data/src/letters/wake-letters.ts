import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../database.ts'
import { queryAll } from '../query-items.ts'
import { LetterJob, unfinished, wakeKey } from './letter-job.ts'

const mostAtOnce = 500
const wakingLastsSeconds = 3600

/**
 * Wakes the worker for the jobs that should be gone on with: put off until now, or left by a worker that died. Every minute; called more
 * often it does the same. Answers how many it has woken it for.
 */
export async function wakeLetters(database: Database, now: Date): Promise<number> {
  const TableName = database.tables.letters
  const items = await queryAll(database, 'letters', {
    IndexName: 'byDue',
    KeyConditionExpression: 'due = :unfinished AND dueAt <= :now',
    ExpressionAttributeValues: { ':unfinished': unfinished, ':now': now.toISOString() },
    Limit: mostAtOnce,
  })
  const minute = now.toISOString().slice(0, 16)
  // What cannot be read was set aside when it was written, and must not keep the others waiting.
  const jobs = items.flatMap((item) => LetterJob.safeParse(item).data ?? [])
  for (const { id, letter } of jobs) {
    const Item = { ...wakeKey(id, minute), letter, expiresAt: Math.ceil(now.getTime() / 1000) + wakingLastsSeconds }
    await database.client.send(new PutCommand({ TableName, Item }))
  }
  return jobs.length
}
