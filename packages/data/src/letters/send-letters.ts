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
  const { database, now } = sender
  const job = await claimLetterJob(database, id, { now: now(), lease: crypto.randomUUID() })
  if (!job) return { outcome: 'theirs', sent: 0, refused: 0, left: 0, ageMs: 0 }
  const done: Done = { job, sent: 0, refused: 0 }
  const outcome = await work(sender, done).catch(async (fault: unknown) => {
    // Whoever tries next, at once or in a minute, finds who is left; if not even that can be noted, the lease runs out.
    await putOffLetterJob(database, done.job, nextTry(done.job, now())).catch(() => undefined)
    throw fault
  })
  const { letter, left, madeAt } = done.job
  const { sent, refused } = done
  return { outcome, letter, sent, refused, left: left.length, ageMs: now().getTime() - Date.parse(madeAt) }
}

/** What one worker has done of a job so far. */
interface Done {
  job: LetterJob
  sent: number
  refused: number
}

async function work(sender: LetterSender, done: Done): Promise<LetterWork['outcome']> {
  const { database, now, wait } = sender
  if (done.job.until <= now().toISOString()) {
    await finishLetterJob(database, done.job)
    return 'lost'
  }
  for (const pauseMs of pausesMs) {
    if (pauseMs > 0) await wait(pauseMs)
    const ended = await postRound(sender, done)
    if (ended === 'theirs') return ended
    if (done.job.left.length === 0) {
      await finishLetterJob(database, done.job)
      return 'done'
    }
    if (ended === 'slow_down') break
  }
  await putOffLetterJob(database, done.job, nextTry(done.job, now()))
  return 'put_off'
}

function nextTry({ letter, putOff }: LetterJob, now: Date): Date {
  const afterMs = letter === 'sign_in' ? minuteMs / 2 : Math.min(longestPutOffMs, minuteMs * 2 ** Math.min(putOff, 6))
  return new Date(now.getTime() + afterMs)
}

/** Tries everybody who is left once, ten at a time. */
async function postRound(sender: LetterSender, done: Done): Promise<'tried' | 'slow_down' | 'theirs'> {
  const { database, now, perSecond } = sender
  const everybody = done.job.left
  const atOnce = Math.min(mostAtOnce, roomFor(done.job.letter, perSecond))
  for (let first = 0; first < everybody.length; first += atOnce) {
    const places = everybody.slice(first, first + atOnce)
    const posted = await postSome(sender, done.job, places)
    if (posted === 'no_room') return 'slow_down'
    done.sent += posted.filter((one) => one === 'sent').length
    done.refused += posted.filter((one) => one === 'refused').length
    const over = new Set(places.filter((_, at) => posted[at] !== 'later' && posted[at] !== 'slow_down'))
    done.job = { ...done.job, left: done.job.left.filter((place) => !over.has(place)) }
    const noted = await noteProgress(database, done.job, now())
    if (!noted) return 'theirs'
    done.job = noted
    if (posted.includes('slow_down')) return 'slow_down'
  }
  return 'tried'
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
  return Promise.all(letters.map(async (letter) => (letter ? await sender.post(letter) : 'not_wanted')))
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
