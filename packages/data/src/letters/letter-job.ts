import { createHash } from 'node:crypto'
import { type AlertId, PersonId } from '@kunak/contracts'
import { uiLocales } from '@kunak/vocabulary'
import * as z from 'zod'

/** Whom a letter goes to: somebody with an account, whose address and language are looked up when it is sent, or an address alone. */
export const Recipient = z.union([
  z.strictObject({ person: PersonId }),
  z.strictObject({ sealedMail: z.string().min(1), locale: z.enum(uiLocales) }),
])
export type Recipient = z.infer<typeof Recipient>

/** Those of some recipients who have accounts. */
export function personsOf(recipients: readonly Recipient[]): PersonId[] {
  return recipients.flatMap((one) => ('person' in one ? [one.person] : []))
}

export const mostRecipients = 50

/**
 * Why letters go about alerts: one is `out`, or `asked` to be looked at by a second organisation; a `digest` tells of some; an `update`
 * and the `end` go to those whom the first letters have reached.
 */
export const whysAboutAlerts = ['out', 'asked', 'digest', 'update', 'end'] as const
export type AboutAlerts = { readonly why: (typeof whysAboutAlerts)[number]; readonly alerts: readonly AlertId[] }

/** Some letters of one kind about one event, until they are sent; about an alert, as long as it may be called off. */
export interface LetterJob {
  readonly id: string
  readonly letter: 'sign_in' | 'news'
  /** The sign-in whose link and code a `sign_in` letter brings. */
  readonly signIn?: string | undefined
  readonly about?: AboutAlerts | undefined
  /** The job whose letters reached those to whom this one goes: it has no recipients of its own. */
  readonly twinOf?: string | undefined
  readonly recipients: readonly Recipient[]
  /** Which of the recipients, by their place, are still to be written to; null of a twin that nobody has begun with. */
  readonly left: readonly number[] | null
  /** Whom the worker that has it is writing to: noted before, so that nobody is forgotten whom it may have reached when it died. */
  readonly tried: readonly number[]
  /** Whom a letter has reached, or may have. */
  readonly reached: readonly number[]
  readonly madeAt: string
  readonly putOff: number
  readonly isDone: boolean
  readonly lease?: string | undefined
  /** Milliseconds since 1970. */
  readonly leaseUntil?: number | undefined
}

const minuteMs = 60_000
/** How long a letter is worth sending: a link to sign in dies sooner still. */
const lifeMs = { sign_in: 15 * minuteMs, news: 7 * 24 * 60 * minuteMs }

/** After this moment nobody wants the letters of a job any more. */
export function endOf({ letter, madeAt }: Pick<LetterJob, 'letter' | 'madeAt'>): Date {
  return new Date(Date.parse(madeAt) + lifeMs[letter])
}

export const jobKey = (id: string) => ({ pk: `LETTERS#${id}`, sk: 'JOB' })
/** What is put to wake the worker for a job that waits; once a minute at most. */
export const wakeKey = (id: string, minute: string) => ({ pk: `LETTERS#${id}`, sk: `WAKE#${minute}` })

/** The job that a key of the table belongs to. */
export function jobIdOf(pk: string): string | null {
  return /^LETTERS#(.+)$/.exec(pk)?.[1] ?? null
}

/** The same event and part give the same id, so that what is written twice is there once. */
export function letterJobId(event: { readonly subject: string; readonly id: string }, part: number | string): string {
  return createHash('sha256').update(`${event.subject}|${event.id}|${part}`).digest('base64url').slice(0, 22)
}
