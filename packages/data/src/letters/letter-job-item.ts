import { AlertId, packIds, PersonId, unpackIds } from '@kunak/contracts'
import * as z from 'zod'
import type { Item } from '../load-items.ts'
import { jobIdOf, jobKey, type LetterJob, personsOf, Recipient, whysAboutAlerts } from './letter-job.ts'

/**
 * A job as it is kept: fifty recipients, and who of them is left, fit into one kilobyte, which is what the store counts as one write
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 */
const StoredJob = z.object({
  pk: z.string(),
  letter: z.enum(['sign_in', 'news']),
  to: z.instanceof(Uint8Array).optional(),
  recipients: z.array(Recipient).optional(),
  signIn: z.string().optional(),
  about: z.instanceof(Uint8Array).optional(),
  why: z.enum(whysAboutAlerts).optional(),
  twinOf: z.string().optional(),
  left: z.instanceof(Uint8Array).optional(),
  tried: z.instanceof(Uint8Array).optional(),
  reached: z.instanceof(Uint8Array).optional(),
  madeAt: z.number(),
  putOff: z.int().min(0),
  due: z.string().optional(),
  lease: z.string().optional(),
  leaseUntil: z.number().optional(),
})

/** A job as it was kept; throws for anything else. */
export function jobOfItem(item: Item): LetterJob {
  const { pk, to, recipients = [], about, why, left, tried, reached, madeAt, due, ...rest } = StoredJob.parse(item)
  return {
    ...rest,
    id: jobIdOf(pk) ?? '',
    recipients: to ? unpackIds(to).map((id) => ({ person: PersonId.parse(id) })) : recipients,
    ...(about && why && { about: { why, alerts: unpackIds(about).map((id) => AlertId.parse(id)) } }),
    left: left ? placesOf(left) : null,
    tried: tried ? placesOf(tried) : [],
    reached: reached ? placesOf(reached) : [],
    madeAt: new Date(madeAt).toISOString(),
    isDone: due === undefined,
  }
}

/** A new job as it will be kept, without what wakes the worker for it. */
export function itemOfJob(job: LetterJob): Item {
  const { id, letter, signIn, about, twinOf, recipients, left, madeAt, putOff } = job
  const persons = personsOf(recipients)
  return {
    ...jobKey(id),
    letter,
    ...(signIn !== undefined && { signIn }),
    ...(about && { about: packIds(about.alerts), why: about.why }),
    ...(twinOf !== undefined && { twinOf }),
    ...(recipients.length > 0 && (persons.length === recipients.length ? { to: packIds(persons) } : { recipients })),
    ...(left && { left: bitsOf(left) }),
    madeAt: Date.parse(madeAt),
    putOff,
  }
}

/** Places as one bit each. */
export function bitsOf(places: readonly number[]): Uint8Array {
  const bits = new Uint8Array(Math.floor(Math.max(0, ...places) / 8) + 1)
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
  return bits
}

function placesOf(bits: Uint8Array): number[] {
  return [...bits].flatMap((byte, at) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).map((bit) => at * 8 + bit))
}
