import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { AlertId } from '@kunak/contracts'
import * as z from 'zod'
import { alertSubject } from '../alerts/alert-key.ts'
import type { Database } from '../database.ts'
import { type Item, loadItems } from '../load-items.ts'
import { inPartition, queryAll } from '../query-items.ts'
import { keepLetterJob } from './change-letter-job.ts'
import { jobOfItem } from './letter-job-item.ts'
import { jobKey, type LetterJob, letterJobId } from './letter-job.ts'

/**
 * The first letters about an alert that one event sends, or one digest: as many jobs as it says, whose ids follow from it. It is written
 * before its jobs, so that whoever tells what is new finds them all.
 */
const Mailing = z.object({
  event: z.object({ subject: z.string(), id: z.string() }),
  jobs: z.int().min(0),
  /** Until when its jobs are kept, in seconds since 1970. */
  expiresAt: z.int(),
})
export type Mailing = z.infer<typeof Mailing>

const begins = 'MAILING#'
const daySeconds = 86_400
const keptDays = 30

/** Until when whom letters have reached is kept that are written now: for as long as an alert lives that nobody extends, and longer. */
export function keptUntil(now: Date): number {
  return Math.ceil(now.getTime() / 1000) + keptDays * daySeconds
}

/** The mailings about an alert (strongly consistent). */
export async function loadMailings(database: Database, alert: AlertId): Promise<Mailing[]> {
  return (await queryAll(database, 'alerts', inPartition(alertSubject(alert), begins))).map((item) => Mailing.parse(item))
}

/** Notes a mailing about each of some alerts, or that it has more jobs now. */
export async function noteMailing({ client, tables }: Database, alerts: readonly AlertId[], mailing: Mailing): Promise<void> {
  await Promise.all(
    alerts.map((alert) =>
      client.send(
        new PutCommand({
          TableName: tables.alerts,
          Item: { pk: alertSubject(alert), sk: `${begins}${letterJobId(mailing.event, 'mailing')}`, ...mailing },
        }),
      ),
    ),
  )
}

/** The ids of the jobs of a mailing, also of those that were never written. */
export function jobIdsOf({ event, jobs }: Pick<Mailing, 'event' | 'jobs'>): string[] {
  return Array.from({ length: jobs }, (_, part) => letterJobId(event, part))
}

/** The jobs of some mailings that are there, by id (strongly consistent). */
export async function loadJobsOf(database: Database, mailings: readonly Mailing[]): Promise<Map<string, LetterJob>> {
  const items = await loadItems(
    database,
    'letters',
    mailings.flatMap(jobIdsOf).map((id) => jobKey(id)),
  )
  const jobs = items.filter((item): item is Item => item !== undefined).map(jobOfItem)
  return new Map(jobs.map((job) => [job.id, job]))
}

/** Keeps whom the letters about an alert have reached for longer, where it goes on living; a few writes a month of its life. */
export async function keepMailings(
  database: Database,
  now: Date,
  { alert, until }: { readonly alert: AlertId; readonly until: string },
) {
  const needed = Date.parse(until) / 1000 + 7 * daySeconds
  for (const mailing of await loadMailings(database, alert)) {
    if (mailing.expiresAt >= needed) continue
    const expiresAt = Math.max(keptUntil(now), Math.ceil(needed))
    for (const id of jobIdsOf(mailing)) await keepLetterJob(database, id, expiresAt)
    await noteMailing(database, [alert], { ...mailing, expiresAt })
  }
}
