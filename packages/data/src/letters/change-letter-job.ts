import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { loadItem } from '../load-items.ts'
import { bitsOf, jobOfItem } from './letter-job-item.ts'
import { jobKey, type LetterJob } from './letter-job.ts'

/** How long a worker has a job for itself; it takes it anew with every ten letters. */
export const leaseMs = 20_000

/** A job as it is now (strongly consistent); null where there is none that can be read. */
export async function loadLetterJob(database: Database, id: string): Promise<LetterJob | null> {
  const item = await loadItem(database, 'letters', jobKey(id))
  return item ? jobOfItem(item) : null
}

/** Whether a worker has a job for itself at this moment. */
export function isLeased({ leaseUntil = 0 }: LetterJob, now: Date): boolean {
  return leaseUntil > now.getTime()
}

/** For how long, and until when, a worker has a job. */
export interface Lease {
  readonly now: Date
  readonly forMs: number
}

/**
 * Takes a job for this worker alone, with those to whom it is going to write first; null when it has changed since it was read. Whom a
 * worker that died was writing to may have been reached, and is written to again.
 */
export async function claimLetterJob(
  database: Database,
  read: LetterJob,
  { now, forMs, left, tried }: Lease & { readonly left: readonly number[]; readonly tried: readonly number[] },
): Promise<LetterJob | null> {
  const lease = crypto.randomUUID().slice(0, 13)
  const job: LetterJob = { ...read, left, lease, tried, reached: union(read.reached, read.tried) }
  const isAsRead = read.left === null ? 'attribute_not_exists(#left)' : '#left = :read'
  const isClaimed = await change(database, job, {
    UpdateExpression: 'SET lease = :lease, leaseUntil = :until, tried = :tried, reached = :reached, #left = :left',
    ConditionExpression: `attribute_exists(due) AND ${isAsRead} AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)`,
    ExpressionAttributeValues: {
      ...noted(job),
      ':tried': bitsOf(tried),
      ':until': now.getTime() + forMs,
      ':now': now.getTime(),
      ...(read.left && { ':read': bitsOf(read.left) }),
    },
  })
  return isClaimed ? job : null
}

/**
 * Notes who is left and reached, and to whom this worker is going to write next, before it does; false when the lease ran out and another
 * worker has taken the job.
 */
export function noteTrying(database: Database, job: LetterJob, { now, forMs }: Lease): Promise<boolean> {
  return change(database, job, {
    UpdateExpression: 'SET #left = :left, reached = :reached, tried = :tried, leaseUntil = :until',
    ...whileMine,
    ExpressionAttributeValues: { ...noted(job), ':tried': bitsOf(job.tried), ':until': now.getTime() + forMs },
  })
}

/** Gives a job back with who is left, to be gone on with at `dueAt`. */
export async function putOffLetterJob(database: Database, job: LetterJob, dueAt: Date): Promise<void> {
  await change(database, job, {
    UpdateExpression: 'SET #left = :left, reached = :reached, dueAt = :dueAt, putOff = :putOff REMOVE tried, lease, leaseUntil',
    ...whileMine,
    ExpressionAttributeValues: {
      ...noted({ ...job, reached: union(job.reached, job.tried) }),
      ':dueAt': dueAt.toISOString(),
      ':putOff': job.putOff + 1,
    },
  })
}

/**
 * Ends a job. It stays until it expires, so that a repeat of its event finds it, but no longer says whom it told; about an alert it says
 * so until that has ended, because an update and the end go to the same people.
 */
export async function finishLetterJob(database: Database, job: LetterJob): Promise<void> {
  const isKept = job.about !== undefined && job.twinOf === undefined
  await change(database, job, {
    UpdateExpression: `SET #left = :left, reached = :reached REMOVE due, dueAt, tried, lease, leaseUntil, signIn${isKept ? '' : forgotten}`,
    ...whileMine,
    ExpressionAttributeValues: noted({ ...job, left: [], reached: isKept ? job.reached : [] }),
  })
}

/** Forgets whom a job has reached, once nobody will write to them about it any more, unless a worker has it. */
export async function forgetReached(database: Database, id: string, now: Date): Promise<void> {
  await update(database, id, {
    UpdateExpression: `SET #left = :none, reached = :none REMOVE due, dueAt, tried, lease, leaseUntil${forgotten}`,
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)',
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':none': bitsOf([]), ':now': now.getTime() },
  })
}

/** Keeps whom a job has reached for longer. */
export async function keepLetterJob(database: Database, id: string, expiresAt: number): Promise<void> {
  await update(database, id, {
    UpdateExpression: 'SET expiresAt = :expiresAt',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':expiresAt': expiresAt },
  })
}

const forgotten = ', #to, recipients'
const names = { '#left': 'left', '#to': 'to' }
const whileMine = { ConditionExpression: 'lease = :lease' }
const noted = ({ lease, left, reached }: LetterJob) => ({
  ':lease': lease,
  ':left': bitsOf(left ?? []),
  ':reached': bitsOf(reached),
})

/** Places that are in one of two lists. */
export function union(one: readonly number[], other: readonly number[]): number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b)
}

type Change = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

function change(database: Database, { id }: LetterJob, expressions: Change): Promise<boolean> {
  const used = Object.entries(names).filter(([name]) => expressions.UpdateExpression?.includes(name))
  return update(database, id, { ...expressions, ExpressionAttributeNames: Object.fromEntries(used) })
}

async function update({ client, tables }: Database, id: string, expressions: Change): Promise<boolean> {
  const update = new UpdateCommand({ TableName: tables.letters, Key: jobKey(id), ...expressions })
  return (await unlessRefused(client.send(update))) !== null
}
