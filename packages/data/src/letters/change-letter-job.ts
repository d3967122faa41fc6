import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '../conditions.ts'
import type { Database } from '../database.ts'
import { jobKey, LetterJob } from './letter-job.ts'

/** How long a worker has a job for itself; it takes it anew with every ten letters. */
const leaseMs = 90_000

/** Takes a job that is not done for this worker alone; null when it is done or gone, or another worker has it. */
export async function claimLetterJob(
  database: Database,
  id: string,
  { now, lease }: { readonly now: Date; readonly lease: string },
): Promise<LetterJob | null> {
  return change(database, id, {
    UpdateExpression: 'SET lease = :lease, leaseUntil = :until, dueAt = :until',
    ConditionExpression: 'attribute_exists(due) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)',
    ExpressionAttributeValues: { ':lease': lease, ':until': leaseEnd(now), ':now': now.toISOString() },
  })
}

/** Notes who is left, and keeps the job; null when the lease ran out and another worker has taken it. */
export async function noteProgress(database: Database, job: LetterJob, now: Date): Promise<LetterJob | null> {
  return change(database, job.id, {
    UpdateExpression: 'SET #left = :left, leaseUntil = :until, dueAt = :until',
    ...whileMine,
    ExpressionAttributeValues: { ...leased(job), ':left': job.left, ':until': leaseEnd(now) },
  })
}

/** Gives a job back with who is left, to be gone on with at `dueAt`. */
export async function putOffLetterJob(database: Database, job: LetterJob, dueAt: Date): Promise<void> {
  await change(database, job.id, {
    UpdateExpression: 'SET #left = :left, dueAt = :dueAt, putOff = :putOff REMOVE lease, leaseUntil',
    ...whileMine,
    ExpressionAttributeValues: { ...leased(job), ':left': job.left, ':dueAt': dueAt.toISOString(), ':putOff': job.putOff + 1 },
  })
}

/** Ends a job. It stays until it expires, so that a repeat of its event finds it, but no longer says whom it told. */
export async function finishLetterJob(database: Database, job: LetterJob): Promise<void> {
  await change(database, job.id, {
    UpdateExpression: 'SET #left = :none, recipients = :none REMOVE due, dueAt, lease, leaseUntil, signIn',
    ...whileMine,
    ExpressionAttributeValues: { ...leased(job), ':none': [] },
  })
}

const whileMine = { ConditionExpression: 'lease = :lease', ExpressionAttributeNames: { '#left': 'left' } }
const leased = ({ lease }: LetterJob) => ({ ':lease': lease })
const leaseEnd = (now: Date) => new Date(now.getTime() + leaseMs).toISOString()

type Change = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

async function change(database: Database, id: string, expressions: Change): Promise<LetterJob | null> {
  const changed = await unlessRefused(
    database.client.send(
      new UpdateCommand({ TableName: database.tables.letters, Key: jobKey(id), ReturnValues: 'ALL_NEW', ...expressions }),
    ),
  )
  return changed && LetterJob.parse(changed.Attributes)
}
