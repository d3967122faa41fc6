import type { PersonId } from '@kunak/contracts'
import type { Posted, PostLetter } from '@kunak/contracts/identity'
import {
  claimLetterJob,
  finishLetterJob,
  forgetReached,
  leaseMs as usualLeaseMs,
  noteTrying,
  putOffLetterJob,
  union,
} from './change-letter-job.ts'
import { type AddressBook, findAddresses } from './find-addresses.ts'
import { endOf, type LetterJob } from './letter-job.ts'
import { type ReadyJob, readyJob } from './ready-job.ts'
import { roomFor, takeSendingRoom } from './take-sending-room.ts'

export interface LetterSender extends AddressBook {
  readonly now: () => Date
  readonly post: PostLetter
  /** Tells the browsers on which somebody takes notes that there is something new; left out, letters alone are sent. */
  readonly push?: ((personId: PersonId) => Promise<'sent' | 'later' | 'not_wanted'>) | undefined
  /** How many letters may be sent a second, by all workers together. */
  readonly perSecond: number
  readonly wait: (ms: number) => Promise<void>
  /** How long a worker has a job for itself without a sign of life; longer than it may wait between two. */
  readonly leaseMs?: number
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
/** How long a worker waits for room before it leaves the job to the clock; with the time that ten letters take, less than a lease. */
const patienceMs = 10_000
/** By how much whoever has just come to wait for room comes after those who have looked already. */
const turnMs = 20
const mostTurns = 5
/** After a round in which some letters did not get through, a pause; after the last one the clock goes on. */
const pausesMs = [0, 500, 2000]
const minuteMs = 60_000
const longestPutOffMs = 60 * minuteMs

/**
 * Sends what is left of a job, ten at a time, and notes each ten before it is sent, so that a worker that dies repeats ten letters at
 * most, and everybody whom it may have reached is known. Who is left because the carrier did not take a letter, or said to slow down, is
 * tried again later; an address that it refuses is not.
 */
export async function sendLetters(sender: LetterSender, id: string): Promise<LetterWork> {
  const { database, now, leaseMs = usualLeaseMs } = sender
  const ready = await readyJob(database, id, { ...sender, leaseMs })
  if (!ready) return { outcome: 'theirs', sent: 0, refused: 0, left: 0, ageMs: 0 }
  const done: Done = { ...ready, isMine: false, room: 0, sent: 0, refused: 0, isQuiet: false }
  const outcome = await work(sender, done).catch(async (fault: unknown) => {
    // Whoever tries next, at once or in a minute, finds who is left; if not even that can be noted, the lease runs out.
    if (done.isMine) await putOff(sender, done).catch(() => undefined)
    throw fault
  })
  const { letter, madeAt } = done.job
  const { sent, refused, left } = done
  return { outcome, letter, sent, refused, left: left.length, ageMs: now().getTime() - Date.parse(madeAt) }
}

/** What one worker has done of a job so far. */
interface Done extends ReadyJob {
  job: LetterJob
  left: readonly number[]
  /** Whether it has the job for itself. */
  isMine: boolean
  /** For how many more letters it has taken room. */
  room: number
  sent: number
  refused: number
  /** Whether somebody is left because her hours are quiet. */
  isQuiet: boolean
}

async function work(sender: LetterSender, done: Done): Promise<LetterWork['outcome']> {
  const { now, wait } = sender
  if (endOf(done.job) <= now()) return (await finish(sender, done)) ? 'lost' : 'theirs'
  for (const pauseMs of pausesMs) {
    if (pauseMs > 0) await wait(pauseMs)
    const ended = await postRound(sender, done)
    if (ended === 'theirs') return ended
    if (done.left.length === 0) return (await finish(sender, done)) ? 'done' : 'theirs'
    if (ended === 'slow_down' || done.isQuiet) break
  }
  // What nobody has begun with, the clock finds when its turn has come and gone.
  if (done.isMine) await putOff(sender, done)
  return 'put_off'
}

/** Has the job for this worker alone, and notes to whom it is going to write next; false when another worker has it. */
async function hold(
  { database, now, leaseMs: forMs = usualLeaseMs }: LetterSender,
  done: Done,
  tried: readonly number[],
): Promise<boolean> {
  const lease = { now: now(), forMs }
  const { job, left, isMine } = done
  const held = isMine ? { ...job, left, tried } : await claimLetterJob(database, job, { ...lease, left, tried })
  if (!held || (isMine && !(await noteTrying(database, held, lease)))) return false
  done.job = held
  done.isMine = true
  return true
}

async function finish(sender: LetterSender, done: Done): Promise<boolean> {
  if (!done.isMine && !(await hold(sender, done, []))) return false
  const { database, now } = sender
  await finishLetterJob(database, done.job)
  if (done.lastOf !== undefined) await forgetReached(database, done.lastOf, now())
  return true
}

async function putOff({ database, now }: LetterSender, { job, left, isQuiet }: Done): Promise<void> {
  await putOffLetterJob(database, { ...job, left }, isQuiet ? nextHour(now()) : nextTry(job, now()))
}

const nextHour = (now: Date) => new Date((Math.floor(now.getTime() / (60 * minuteMs)) + 1) * 60 * minuteMs)

function nextTry({ letter, putOff }: LetterJob, now: Date): Date {
  const afterMs = letter === 'sign_in' ? minuteMs / 2 : Math.min(longestPutOffMs, minuteMs * 2 ** Math.min(putOff, 6))
  return new Date(now.getTime() + afterMs)
}

/** Tries everybody who is left once, ten at a time. */
async function postRound(sender: LetterSender, done: Done): Promise<'tried' | 'slow_down' | 'theirs'> {
  const everybody = done.left
  const atOnce = Math.min(mostAtOnce, roomFor(done.job.letter, sender.perSecond))
  for (let first = 0; first < everybody.length; first += atOnce) {
    const places = everybody.slice(first, first + atOnce)
    if (!(await haveRoom(sender, done, { count: places.length, wanted: everybody.length - first }))) return 'slow_down'
    // Noted first, judged then, sent last: whoever is written to stands in the job, and nobody is judged before the job is held.
    if (!(await hold(sender, done, places))) return 'theirs'
    const posted = await postSome(sender, done.job, places)
    settle(done, places, posted)
    if (posted.includes('slow_down')) return 'slow_down'
  }
  return 'tried'
}

type Outcome = Posted | 'not_wanted' | 'quiet'
const isOver = (outcome: Outcome | undefined) => outcome === 'sent' || outcome === 'refused' || outcome === 'not_wanted'
const mayHaveReached = (outcome: Outcome | undefined) => outcome === 'sent' || outcome === 'unanswered'

function settle(done: Done, places: readonly number[], posted: readonly Outcome[]): void {
  const count = (outcome: Outcome) => posted.filter((one) => one === outcome).length
  done.sent += count('sent')
  done.refused += count('refused')
  done.room = Math.max(0, done.room - posted.length + count('not_wanted') + count('quiet'))
  done.isQuiet ||= count('quiet') > 0
  const over = new Set(places.filter((_, at) => isOver(posted[at])))
  const reached = places.filter((_, at) => mayHaveReached(posted[at]))
  done.left = done.left.filter((place) => !over.has(place))
  done.job = { ...done.job, tried: [], reached: union(done.job.reached, reached) }
}

/** Sends some letters of a job at once, and says what became of each. */
async function postSome(sender: LetterSender, job: LetterJob, places: readonly number[]): Promise<Outcome[]> {
  const recipients = places.flatMap((place) => job.recipients[place] ?? [])
  const sendings = await findAddresses(sender, job, recipients)
  return Promise.all(
    places.map(async (_, at): Promise<Outcome> => {
      const sending = sendings[at]
      if (sending === undefined) return 'not_wanted'
      if (sending === 'later') return 'quiet'
      const { letter, pushTo } = sending
      const posted = letter ? await sender.post(letter) : 'not_wanted'
      // Whoever's letter is tried again is told by her browsers then, so that they tell her once.
      if (pushTo === null || !sender.push || !isOver(posted)) return posted
      // Whatever breaks there, letters that have gone are not repeated for it.
      const pushed = await sender.push(pushTo).catch(() => 'later' as const)
      return pushed === 'sent' || !letter ? pushed : posted
    }),
  )
}

/** Takes room for the next letters, and, where much may be sent at once, for more of those that are wanted. */
async function haveRoom(
  { database, now, perSecond, wait }: LetterSender,
  done: Done,
  { count, wanted }: { readonly count: number; readonly wanted: number },
): Promise<boolean> {
  const { letter } = done.job
  const most = Math.max(count, Math.floor(roomFor(letter, perSecond) / 2))
  let waitedMs = 0
  for (let looks = 0; done.room < count; looks += 1) {
    const more = Math.min(wanted - done.room, most)
    const roomInMs = await takeSendingRoom(database, now(), { count: more, perSecond, letter })
    if (roomInMs === 0) {
      done.room += more
      continue
    }
    // Whoever has looked more often comes first, so that nobody waits for ever; no two ask at the same moment.
    const behindMs = letter === 'sign_in' ? 0 : (Math.max(0, mostTurns - looks) + shareOf(done.job.id)) * turnMs
    const waitMs = Math.ceil(roomInMs + behindMs)
    if (waitedMs + waitMs > patienceMs) return false
    await wait(waitMs)
    waitedMs += waitMs
  }
  return true
}

/** A number from 0 up to 1 that differs from job to job: their ids are hashes. */
const shareOf = (id: string) => ((id.charCodeAt(0) * 31 + id.charCodeAt(1)) % 64) / 64
