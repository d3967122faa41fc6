import type { Posted, PostLetter } from '@kunak/contracts/identity'
import { claimLetterJob, finishLetterJob, noteProgress, putOffLetterJob } from './change-letter-job.ts'
import { type AddressBook, findAddresses } from './find-addresses.ts'
import type { LetterJob } from './letter-job.ts'
import { roomFor, takeSendingRoom } from './take-sending-room.ts'

export interface LetterSender extends AddressBook {
  readonly now: () => Date
  readonly post: PostLetter
  /** How many letters may be sent a second, by all workers together. */
  readonly perSecond: number
  readonly wait: (ms: number) => Promise<void>
}

/** What became of a job: `theirs` is another worker's, or there is none; `lost` letters were not sent before it was too late. */
export interface LetterWork {
  readonly outcome: 'theirs' | 'done' | 'put_off' | 'lost'
  readonly letter?: LetterJob['letter']
  readonly sent: number
  readonly refused: number
  readonly left: number
  /** How old the letters were when this was over. */
  readonly ageMs: number
}

const mostAtOnce = 10
/** How long a worker waits for room, in all, before it leaves the job to the clock. */
const patienceMs = 20_000
/** After a round in which some letters did not get through, a pause; after the last one the clock goes on. */
const pausesMs = [0, 500, 2000]
const minuteMs = 60_000
const longestPutOffMs = 60 * minuteMs

/**
 * Sends what is left of a job, ten at a time, and notes each ten, so that a worker that dies repeats ten letters at most. Who is left
 * because the carrier did not take a letter, or said to slow down, is tried again later; an address that it refuses is not.
 */
export async function sendLetters(sender: LetterSender, id: string): Promise<LetterWork> {
  const { database, now, wait } = sender
  const claimed = await claimLetterJob(database, id, { now: now(), lease: crypto.randomUUID() })
  if (!claimed) return { outcome: 'theirs', sent: 0, refused: 0, left: 0, ageMs: 0 }
  const sums = { letter: claimed.letter, sent: 0, refused: 0 }
  const ending = (outcome: LetterWork['outcome'], job: LetterJob): LetterWork => {
    return { outcome, ...sums, left: job.left.length, ageMs: now().getTime() - Date.parse(claimed.madeAt) }
  }
  if (claimed.until <= now().toISOString()) {
    await finishLetterJob(database, claimed)
    return ending('lost', claimed)
  }

  let job = claimed
  for (const pauseMs of pausesMs) {
    if (pauseMs > 0) await wait(pauseMs)
    const atOnce = Math.min(mostAtOnce, roomFor(job.letter, sender.perSecond))
    let mustSlowDown = false
    for (let first = 0, round = job.left; first < round.length && !mustSlowDown; first += atOnce) {
      const places = round.slice(first, first + atOnce)
      const posted = await postSome(sender, job, places)
      if (posted === 'no_room') {
        mustSlowDown = true
        continue
      }
      sums.sent += posted.filter((one) => one === 'sent').length
      sums.refused += posted.filter((one) => one === 'refused').length
      mustSlowDown = posted.includes('slow_down')
      const over = new Set(places.filter((_, at) => posted[at] !== 'later' && posted[at] !== 'slow_down'))
      const noted = await noteProgress(database, { ...job, left: job.left.filter((place) => !over.has(place)) }, now())
      if (!noted) return ending('theirs', job)
      job = noted
    }
    if (job.left.length === 0) {
      await finishLetterJob(database, job)
      return ending('done', job)
    }
    if (mustSlowDown) break
  }
  const putOffMs = Math.min(longestPutOffMs, minuteMs * 2 ** Math.min(job.putOff, 6))
  await putOffLetterJob(database, job, new Date(now().getTime() + (job.letter === 'sign_in' ? minuteMs / 2 : putOffMs)))
  return ending('put_off', job)
}

/** Sends some letters of a job at once, and says what became of each; nothing where there was no room for them. */
async function postSome(
  sender: LetterSender,
  job: LetterJob,
  places: readonly number[],
): Promise<(Posted | 'not_wanted')[] | 'no_room'> {
  const recipients = places.flatMap((place) => job.recipients[place] ?? [])
  const letters = await findAddresses(sender, job, recipients)
  const count = letters.filter((letter) => letter !== null).length
  if (count > 0 && !(await waitForRoom(sender, job.letter, count))) return 'no_room'
  return Promise.all(letters.map((letter) => letter && sender.post(letter))).then((all) => all.map((one) => one ?? 'not_wanted'))
}

async function waitForRoom(
  { database, now, perSecond, wait }: LetterSender,
  letter: LetterJob['letter'],
  count: number,
): Promise<boolean> {
  const pauseMs = Math.max(20, (1000 / perSecond) * count)
  for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += pauseMs) {
    if (await takeSendingRoom(database, now(), { count, perSecond, letter })) return true
    await wait(pauseMs)
  }
  return false
}
