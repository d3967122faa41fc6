import type { Database } from '../database.ts'
import { isLeased, loadLetterJob, union } from './change-letter-job.ts'
import type { LetterJob } from './letter-job.ts'

const lookEveryMs = 2000

/** A job that may be begun with: `left` says who is left of the recipients, who are its original's where it is a twin. */
export interface ReadyJob {
  readonly job: LetterJob
  readonly left: readonly number[]
  /** The original that nobody needs any more once this end has been sent: it was about nothing else. */
  readonly lastOf?: string
}

/**
 * A job that is not done, once no worker has it, and, where it is a twin, once no worker has its original: then everybody whom the
 * original has reached is known. It waits as long as a worker that died has a job for itself; null when it is done, or goes on elsewhere.
 */
export async function readyJob(
  database: Database,
  id: string,
  { now, wait, leaseMs }: { readonly now: () => Date; readonly wait: (ms: number) => Promise<void>; readonly leaseMs: number },
): Promise<ReadyJob | null> {
  const looks = Math.ceil(leaseMs / lookEveryMs) + 1
  for (let look = 0; look < looks; look += 1) {
    if (look > 0) await wait(Math.min(lookEveryMs, leaseMs))
    const job = await loadLetterJob(database, id)
    if (!job || job.isDone) return null
    if (isLeased(job, now())) continue
    if (job.twinOf === undefined) return { job, left: job.left ?? [] }
    const original = await loadLetterJob(database, job.twinOf)
    if (original && isLeased(original, now())) continue
    const { recipients = [], reached = [], tried = [], about } = original ?? {}
    const isLast = job.about?.why === 'end' && about?.alerts.length === 1
    return { job: { ...job, recipients }, left: job.left ?? union(reached, tried), ...(isLast && { lastOf: job.twinOf }) }
  }
  return null
}
