import type { DatabaseSync } from 'node:sqlite'
import { compareText } from '@kunak/domain/directory'
import { type Vocabulary, vocabularyOf } from './near-words.ts'
import { entriesOf } from './postings.ts'

/** The words of a group in the file's order, and who has them, in memory: some 150 bytes a word and 4 each time a document has one. */
export interface Lexicon {
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** The words of the n-th stem stand in `wordsOfStems` from its start to the next one's. */
  readonly startOfStem: Uint32Array
  readonly wordsOfStems: Uint32Array
  /** The documents of the n-th word stand in `entries` (see `postings.ts`) from its start to the next one's. */
  readonly startOfWord: Uint32Array
  readonly entries: Uint32Array
  readonly nearWords: Vocabulary
  readonly nearStems: Vocabulary
}

// A server answers between two steps.
const rowsAtOnce = 1_000

export function* lexicon(file: DatabaseSync, group: string, ordinals: Int32Array): Generator<undefined, Lexicon> {
  const words: string[] = []
  const starts: number[] = []
  let entries = new Uint32Array(2 ** 10)
  let length = 0
  let rows = 0
  for (const row of inOrder(file, `SELECT word, block, documents FROM postings_${group} ORDER BY word, block`)) {
    const word = String(row['0'])
    if (words.at(-1) !== word) {
      words.push(word)
      starts.push(length)
    }
    const documents = row['2'] as Uint8Array
    while (length + documents.length > entries.length) entries = twice(entries)
    length += entriesOf({ block: Number(row['1']), documents }, ordinals, { entries, from: length })
    rows += 1
    if (rows % rowsAtOnce === 0) yield
  }
  const stems = yield* stemsOf(file, group)
  if (stems.wordsOfStems.length !== words.length) throw new Error('The search file has words without documents.')
  yield
  const nearWords = vocabularyOf(words)
  yield
  const nearStems = vocabularyOf(stems.stems)
  return {
    words,
    ...stems,
    startOfWord: Uint32Array.from([...starts, length]),
    entries: entries.subarray(0, length),
    nearWords,
    nearStems,
  }
}

function* stemsOf(
  file: DatabaseSync,
  group: string,
): Generator<undefined, Pick<Lexicon, 'stems' | 'startOfStem' | 'wordsOfStems'>> {
  const indexes = new Map<string, number>()
  const stemOfWord: number[] = []
  for (const row of inOrder(file, `SELECT stem FROM words_${group} ORDER BY word`)) {
    const stem = String(row['0'])
    const index = indexes.get(stem) ?? indexes.size
    indexes.set(stem, index)
    stemOfWord.push(index)
    if (stemOfWord.length % rowsAtOnce === 0) yield
  }
  const startOfStem = new Uint32Array(indexes.size + 1)
  for (const stem of stemOfWord) startOfStem[stem + 1] = (startOfStem[stem + 1] ?? 0) + 1
  for (let at = 1; at < startOfStem.length; at += 1) startOfStem[at] = (startOfStem[at] ?? 0) + (startOfStem[at - 1] ?? 0)
  const next = startOfStem.slice()
  const wordsOfStems = new Uint32Array(stemOfWord.length)
  for (const [word, stem] of stemOfWord.entries()) {
    wordsOfStems[next[stem] ?? 0] = word
    next[stem] = (next[stem] ?? 0) + 1
  }
  return { stems: [...indexes.keys()], startOfStem, wordsOfStems }
}

function inOrder(file: DatabaseSync, sql: string) {
  const rows = file.prepare(sql)
  // A row is an array then: half the time of an object for each.
  rows.setReturnArrays(true)
  return rows.iterate()
}

function twice(entries: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * entries.length)
  larger.set(entries)
  return larger
}

/** The index of the first word that does not come before a text. */
export function firstFrom(words: readonly string[], text: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareText(words[middle] ?? '', text) < 0) low = middle + 1
    else high = middle
  }
  return low
}
