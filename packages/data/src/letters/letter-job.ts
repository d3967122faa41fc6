import { createHash } from 'node:crypto'
import { PersonId } from '@kunak/contracts'
import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'

/** Whom a letter goes to: somebody with an account, whose address and language are looked up when it is sent, or an address alone. */
export const Recipient = z.union([
  z.strictObject({ person: PersonId }),
  z.strictObject({ sealedMail: z.string().min(1), locale: z.enum(uiLocales) }),
])
export type Recipient = z.infer<typeof Recipient>

export const mostRecipients = 50

/** Some letters of one kind about one event, as they are kept until they are sent. */
export const LetterJob = z.object({
  id: z.string().min(1),
  letter: z.enum(['sign_in', 'news']),
  /** The sign-in whose link and code a `sign_in` letter brings. */
  signIn: z.string().min(1).optional(),
  recipients: z.array(Recipient).max(mostRecipients),
  /** Which of the recipients, by their place, have not been written to. */
  left: z.array(z.int().min(0)).max(mostRecipients),
  madeAt: z.iso.datetime(),
  /** After this, nobody wants it any more. */
  until: z.iso.datetime(),
  /** How often it was put off. */
  putOff: z.int().min(0),
  lease: z.string().optional(),
})
export type LetterJob = z.infer<typeof LetterJob>

export const jobKey = (id: string) => ({ pk: `LETTERS#${id}`, sk: 'JOB' })
/** What is put to wake the worker for a job that waits; once a minute at most. */
export const wakeKey = (id: string, minute: string) => ({ pk: `LETTERS#${id}`, sk: `WAKE#${minute}` })

/** The job that a key of the table belongs to. */
export function jobIdOf(pk: string): string | null {
  return /^LETTERS#(.+)$/.exec(pk)?.[1] ?? null
}

/** The same event and batch give the same id, so that what is written twice is there once. */
export function letterJobId(event: { readonly subject: string; readonly id: string }, batch: number): string {
  return createHash('sha256').update(`${event.subject}|${event.id}|${batch}`).digest('base64url')
}

/** The one partition of the index of jobs that are not done. */
export const unfinished = 'unfinished'
