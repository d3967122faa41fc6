import { type ToldEvent, whoIsTold } from '@kunak/domain/identity'
import type { Database } from '../database.ts'
import { findRecipients } from './find-recipients.ts'
import { writeLetterJobs } from './write-letter-jobs.ts'

export interface Teller {
  readonly database: Database
  readonly now: () => Date
}

/**
 * Writes the letters that an event sends, if any, for another worker to send: to whoever is concerned as things stand now. The same
 * event told again writes nothing more.
 */
export async function tellPeople({ database, now }: Teller, event: ToldEvent & { readonly id: string }): Promise<void> {
  const told = whoIsTold(event)
  if (!told) return
  const recipients = await findRecipients(database, now(), told)
  const [signIn] = told.signIns
  await writeLetterJobs(database, now(), {
    event,
    letter: told.letter,
    ...(signIn !== undefined && { signIn }),
    recipients,
  })
}
