import type { DatabaseSync } from 'node:sqlite'
import { type Lexicon, lexicon } from './lexicon.ts'

/**
 * What a search needs of one group's documents in memory, in order of name: the n-th document is the one with ordinal n. Some 50 bytes
 * a document, and its words.
 */
export interface LoadedGroup {
  readonly file: DatabaseSync
  readonly group: string
  readonly size: number
  /** Number in the file by ordinal, and back (-1 where there is none). */
  readonly numbers: Uint32Array
  readonly ordinals: Int32Array
  readonly assuredDays: Uint16Array
  readonly republics: Uint16Array
  readonly languages: Uint32Array
  readonly legalForms: Uint8Array
  /** Entries of expertise, packed; those of a document stand from its offset to the next one's. */
  readonly offsets: Uint32Array
  readonly entries: Uint32Array
  readonly lexicon: Lexicon
}

const rowsAtOnce = 1_000

/** Loads a group, pausing after every thousand rows so that a server can answer meanwhile. */
export async function loadGroup(file: DatabaseSync, group: string): Promise<LoadedGroup> {
  const loading = loadInSteps(file, group)
  for (;;) {
    const step = loading.next()
    if (step.done) return step.value
    await new Promise((resume) => setImmediate(resume))
  }
}

/** Loads a group at once. */
export function loadGroupNow(file: DatabaseSync, group: string): LoadedGroup {
  const loading = loadInSteps(file, group)
  for (;;) {
    const step = loading.next()
    if (step.done) return step.value
  }
}

function* loadInSteps(file: DatabaseSync, group: string): Generator<undefined, LoadedGroup> {
  const { size, last } = countAndLast(file, group)
  const numbers = new Uint32Array(size)
  const ordinals = new Int32Array(last + 1).fill(-1)
  const assuredDays = new Uint16Array(size)
  const republics = new Uint16Array(size)
  const languages = new Uint32Array(size)
  const legalForms = new Uint8Array(size)
  const offsets = new Uint32Array(size + 1)
  const entries: number[] = []
  const rows = file.prepare(
    `SELECT number, assured_day, republics, languages, legal_form, expertise FROM documents_${group} ORDER BY sort_key, id`,
  )
  // A row is an array then: half the time of an object for each.
  rows.setReturnArrays(true)
  let ordinal = 0
  for (const row of rows.iterate()) {
    const number = Number(row['0'])
    numbers[ordinal] = number
    ordinals[number] = ordinal
    assuredDays[ordinal] = Number(row['1'])
    republics[ordinal] = Number(row['2'])
    languages[ordinal] = Number(row['3'])
    legalForms[ordinal] = Number(row['4'])
    const expertise = String(row['5'])
    if (expertise !== '') for (const entry of expertise.split(',')) entries.push(Number(entry))
    ordinal += 1
    offsets[ordinal] = entries.length
    if (ordinal % rowsAtOnce === 0) yield
  }
  const columns = { numbers, ordinals, assuredDays, republics, languages, legalForms, offsets }
  return { file, group, size, ...columns, entries: Uint32Array.from(entries), lexicon: yield* lexicon(file, group, ordinals) }
}

function countAndLast(file: DatabaseSync, group: string): { size: number; last: number } {
  const row = file.prepare(`SELECT count(*) AS size, coalesce(max(number), 0) AS last FROM documents_${group}`).get()
  return { size: Number(row?.['size']), last: Number(row?.['last']) }
}
