import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { jobKey, type LetterJob, letterJobId, mostRecipients, type Recipient, unfinished } from './letter-job.ts'

const minuteMs = 60_000
/** How long a letter is worth sending: a link to sign in dies sooner still. */
const lifeMs = { sign_in: 15 * minuteMs, news: 7 * 24 * 60 * minuteMs }
/** If the stream has not brought it to the worker by then, the clock does. */
const noticedWithinMs = minuteMs

/** Writes the letters that one event sends, fifty to a job; a repeat writes nothing new. Answers how many jobs are new. */
export async function writeLetterJobs(
  database: Database,
  now: Date,
  letters: {
    readonly event: { readonly subject: string; readonly id: string }
    readonly letter: LetterJob['letter']
    readonly signIn?: string
    readonly recipients: readonly Recipient[]
  },
): Promise<number> {
  const { event, letter, signIn, recipients } = letters
  let written = 0
  for (let first = 0; first < recipients.length; first += mostRecipients) {
    const batch = recipients.slice(first, first + mostRecipients)
    const until = now.getTime() + lifeMs[letter]
    const job: LetterJob = {
      id: letterJobId(event, first / mostRecipients),
      letter,
      ...(signIn !== undefined && { signIn }),
      recipients: batch,
      left: batch.map((_, place) => place),
      madeAt: now.toISOString(),
      until: new Date(until).toISOString(),
      putOff: 0,
    }
    if (await writeOnce(database, job, now)) written += 1
  }
  return written
}

async function writeOnce(database: Database, job: LetterJob, now: Date): Promise<boolean> {
  const dueAt = new Date(now.getTime() + noticedWithinMs).toISOString()
  const expiresAt = Math.ceil(Date.parse(job.until) / 1000)
  const Item = { ...jobKey(job.id), ...job, due: unfinished, dueAt, expiresAt }
  const ConditionExpression = 'attribute_not_exists(pk)'
  const put = new PutCommand({ TableName: database.tables.letters, Item, ConditionExpression })
  return (await unlessRefused(database.client.send(put))) !== null
}
