import { jobIdOf, type LetterSender, type LetterWork, sendLetters as send } from '@kunak/data/letters'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { eachRecord } from './each-record.ts'

/** One line of the log about letters that were late or lost: their kind, how many, and how old they were. */
export interface LetterEntry {
  readonly letters: 'late' | 'lost' | 'refused'
  readonly kind: 'sign_in' | 'news'
  readonly count: number
  readonly minutes: number
}

const lateMs = 5 * 60_000
const print = (entry: LetterEntry) => void process.stdout.write(`${JSON.stringify(entry)}\n`)

/**
 * Sends the letters of the jobs that a batch names, whether they are new or the clock wakes them. A job whose letters do not get through
 * is put off, which is no failure of the record; one that cannot be read is reported.
 */
export function sendLetters(
  open: () => Promise<LetterSender> | LetterSender,
  log: (entry: LetterEntry) => void = print,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return eachRecord(open, async (sender, { dynamodb }) => {
    const id = jobIdOf(dynamodb?.Keys?.['pk']?.S ?? dynamodb?.NewImage?.['pk']?.S ?? '')
    if (id !== null) report(await send(sender, id), log)
  })
}

function report({ outcome, letter: kind, refused, left, ageMs }: LetterWork, log: (entry: LetterEntry) => void): void {
  if (kind === undefined) return
  const minutes = Math.floor(ageMs / 60_000)
  if (refused > 0) log({ letters: 'refused', kind, count: refused, minutes })
  if (outcome === 'lost') log({ letters: 'lost', kind, count: left, minutes })
  else if (outcome === 'put_off' && ageMs >= lateMs) log({ letters: 'late', kind, count: left, minutes })
}
