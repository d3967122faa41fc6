import { type ToldEvent, whoIsTold } from '@kunak/domain/identity'
import { type AlertStore, writeNotices } from '../alerts/index.ts'
import { findRecipients } from './find-recipients.ts'
import { personsOf } from './letter-job.ts'
import { tellOfAlert } from './tell-of-alert.ts'
import { writeLetterJobs } from './write-letter-jobs.ts'

export interface Teller extends AlertStore {
  readonly now: () => Date
  /** How many letters are sent a second by all workers together: the clock wakes none before its turn. */
  readonly perSecond: number
}

/**
 * Writes the letters that an event sends, if any, for another worker to send: to whoever is concerned as things stand now; and, because a
 * letter never says what it is about, a notice for each of them to find on the pages. The same event told again writes nothing more.
 */
export async function tellPeople(teller: Teller, event: ToldEvent & { readonly id: string }): Promise<void> {
  const { database, now } = teller
  const told = whoIsTold(event)
  if (!told) return await tellOfAlert(teller, event)
  const recipients = await findRecipients(database, now(), told)
  const [signIn] = told.signIns
  if (told.letter === 'news') await writeNotices(database, { event, persons: personsOf(recipients) })
  await writeLetterJobs(database, now(), {
    event,
    letter: told.letter,
    ...(signIn !== undefined && { signIn }),
    recipients,
  })
}
