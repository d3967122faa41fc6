import type { PersonId } from '@kunak/contracts'
import type { Database } from '../database.ts'
import { type AboutAlerts, letterJobId, personsOf } from './letter-job.ts'
import { jobIdsOf, keptUntil, loadJobsOf, loadMailings, noteMailing } from './mailings.ts'
import { inParts, newJob, putJobs } from './write-letter-jobs.ts'

const attempts = 5

export interface AlertLetters {
  /** What sends them, named so that a repeat is the same. */
  readonly event: { readonly subject: string; readonly id: string }
  readonly about: AboutAlerts
  readonly people: readonly PersonId[]
  /** How many letters are sent a second, where that is known. */
  readonly perSecond?: number | undefined
}

/**
 * Writes the first letters about alerts, fifty to a job, to those of some people whom no letter about all of these alerts was written for
 * yet. A repeat, also one that finds other people or only half of it done, writes for whom there is none, and for nobody twice.
 */
export async function writeAlertLetters(database: Database, now: Date, letters: AlertLetters): Promise<void> {
  const { event, about, people, perSecond } = letters
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { told, jobs: before } = await whoWasTold(database, letters)
    const parts = inParts([...new Set(people)].filter((id) => !told.has(id)).sort())
    if (parts.length === 0) return
    const mailing = { event, jobs: before + parts.length, expiresAt: keptUntil(now) }
    await noteMailing(database, about.alerts, mailing)
    const jobs = parts.map((part, n) =>
      newJob(now, {
        id: letterJobId(event, before + n),
        letter: 'news',
        about,
        recipients: part.map((person) => ({ person })),
      }),
    )
    const written = await putJobs(database, now, { jobs, expiresAt: mailing.expiresAt, perSecond })
    // Where another worker was writing the same, it is seen again who is still without a letter.
    if (!written.includes(false)) return
  }
  throw new Error('The letters about an alert were written by too many at once.')
}

/**
 * For whom letters about each of the alerts have been written, and how many jobs this event has up to the last one that is there: those
 * that were only noted are written by the repeat.
 */
async function whoWasTold(database: Database, { event, about }: AlertLetters) {
  const each = await Promise.all(
    about.alerts.map(async (alert) => {
      const mailings = await loadMailings(database, alert)
      const jobs = await loadJobsOf(database, mailings)
      const own = mailings.find((one) => one.event.subject === event.subject && one.event.id === event.id)
      return { jobs, own: own ? jobIdsOf(own) : [] }
    }),
  )
  const toldOf = each.map(({ jobs }) => new Set([...jobs.values()].flatMap(({ recipients }) => personsOf(recipients))))
  const [first = new Set<PersonId>(), ...others] = toldOf
  const own = each[0]?.own ?? []
  const last = own.findLastIndex((id) => each[0]?.jobs.has(id))
  return { told: others.reduce((all, one) => all.intersection(one), first), jobs: last + 1 }
}
