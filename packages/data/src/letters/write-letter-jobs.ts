import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { itemOfJob } from './letter-job-item.ts'
import { endOf, type LetterJob, letterJobId, mostRecipients, type Recipient } from './letter-job.ts'

const minuteMs = 60_000
/** If the stream has not brought it to the worker by then, the clock does. */
const noticedWithinMs = minuteMs
const atOnce = 25

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
  const jobs = inParts(recipients).map((part, n) => newJob(now, { id: letterJobId(event, n), letter, signIn, recipients: part }))
  const written = await putJobs(database, now, { jobs })
  return written.filter((isNew) => isNew).length
}

/** Recipients in the parts that make a job each. */
export function inParts<One>(all: readonly One[]): One[][] {
  const count = Math.ceil(all.length / mostRecipients)
  return Array.from({ length: count }, (_, n) => all.slice(n * mostRecipients, (n + 1) * mostRecipients))
}

/** A job with which nobody has begun; a twin has no recipients, and learns from its original who is left. */
export function newJob(
  now: Date,
  said: Pick<LetterJob, 'id' | 'letter' | 'recipients' | 'signIn' | 'about' | 'twinOf'>,
): LetterJob {
  return {
    ...said,
    left: said.twinOf === undefined ? said.recipients.map((_, place) => place) : null,
    tried: [],
    reached: [],
    madeAt: now.toISOString(),
    putOff: 0,
    isDone: false,
  }
}

/**
 * Puts jobs, many at once, and says of each whether it is new. The clock leaves each alone until its turn has come and gone, where it is
 * said how many letters a second are sent. They are kept until their letters are no longer worth sending, or for as long as is said.
 */
export async function putJobs(
  database: Database,
  now: Date,
  {
    jobs,
    perSecond = Infinity,
    expiresAt,
  }: { readonly jobs: readonly LetterJob[]; readonly perSecond?: number | undefined; readonly expiresAt?: number },
): Promise<boolean[]> {
  const written: boolean[] = []
  for (let first = 0; first < jobs.length; first += atOnce) {
    const some = jobs.slice(first, first + atOnce).map((job, n) => {
      const turnMs = (1100 * mostRecipients * (first + n)) / perSecond
      return putJob(database, job, { dueAt: new Date(now.getTime() + noticedWithinMs + turnMs), expiresAt })
    })
    written.push(...(await Promise.all(some)))
  }
  return written
}

async function putJob(
  { client, tables }: Database,
  job: LetterJob,
  { dueAt, expiresAt }: { readonly dueAt: Date; readonly expiresAt: number | undefined },
): Promise<boolean> {
  const Item = {
    ...itemOfJob(job),
    due: job.letter,
    dueAt: dueAt.toISOString(),
    expiresAt: expiresAt ?? Math.ceil(endOf(job).getTime() / 1000),
  }
  const put = new PutCommand({ TableName: tables.letters, Item, ConditionExpression: 'attribute_not_exists(pk)' })
  return (await unlessRefused(client.send(put))) !== null
}
