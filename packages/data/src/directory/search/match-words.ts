import { type AskedWord, beginningsOf, isNear, isSoundTelling, type SearchField } from '@kunak/domain/directory'
import { inField } from './encode-document.ts'
import { letterSetOf, type LoadedGroup, type Vocabulary } from './load-group.ts'

/** Where and how a word was found, as bits of a mark; the reasons that a hit is given are made from them. */
export const mark = { name: 32, name_begins: 16, expertise: 8, place: 4, text: 2, similar_spelling: 1 } as const

/** The documents that have a word, by ascending ordinal, each with its marks. */
export interface Found {
  readonly ordinals: Uint32Array
  readonly marks: Uint8Array
}

export interface WordFinder {
  readonly find: (asked: AskedWord) => Found
  /** The ordinals of the documents with exactly this whole name. */
  readonly wholeName: (name: string) => Uint32Array
}

// Some 5 bytes for each document found: 20 MB at most.
const mostKept = 4_000_000

/** Finds the documents of a group by word. What it found lately is kept. */
export function wordFinder(loaded: LoadedGroup): WordFinder {
  const { file, group } = loaded
  const sameWords = file.prepare(
    `SELECT word FROM words_${group} WHERE stem = ? UNION SELECT word FROM words_${group} WHERE sound_key = ?`,
  )
  const sameStem = file.prepare(`SELECT word FROM words_${group} WHERE stem = ?`)
  const matching = file.prepare(`SELECT group_concat(rowid) AS numbers FROM found_${group} WHERE found_${group} MATCH ?`)
  const kept = new Map<string, Found>()
  let keptDocuments = 0
  const scratch = new Uint8Array(loaded.size)

  const markAll = (terms: readonly string[], bit: number): void => {
    if (terms.length === 0) return
    const numbers = matching.get(terms.join(' OR '))?.['numbers']
    if (typeof numbers === 'string')
      forEachNumber(numbers, (number) => {
        const ordinal = loaded.ordinals[number] ?? 0
        scratch[ordinal] = (scratch[ordinal] ?? 0) | bit
      })
  }

  const wordsWith = (stem: string, soundKey: string | null): string[] =>
    (soundKey === null ? sameStem.all(stem) : sameWords.all(stem, soundKey)).map(({ word }) => String(word))

  function findNow(asked: AskedWord): Found {
    scratch.fill(0)
    const same = wordsWith(asked.stem, isSoundTelling(asked) ? asked.soundKey : null)
    const begins = asked.mayGoOn ? beginningsOf(asked) : []
    const terms = (field: SearchField) => [
      ...same.map((word) => term(field, word)),
      ...begins.map((beginning) => `${term(field, beginning)} *`),
    ]
    markAll(
      same.map((word) => term('name', word)),
      mark.name,
    )
    markAll(
      begins.map((beginning) => `${term('name', beginning)} *`),
      mark.name_begins,
    )
    for (const field of ['expertise', 'place', 'text'] as const) markAll(terms(field), mark[field])
    const similar = new Set([
      ...near(loaded.words, asked.word, asked.edits),
      ...near(loaded.stems, asked.stem, asked.stemEdits).flatMap((stem) => wordsWith(stem, null)),
    ])
    for (const word of same) similar.delete(word)
    markAll(
      [...similar].flatMap((word) => (['name', 'expertise', 'place', 'text'] as const).map((field) => term(field, word))),
      mark.similar_spelling,
    )
    return collect(scratch)
  }

  return {
    find: (asked) => {
      const key = `${asked.mayGoOn ? '*' : ''}${asked.word}`
      const found = kept.get(key) ?? findNow(asked)
      if (kept.delete(key)) keptDocuments -= found.ordinals.length
      kept.set(key, found)
      keptDocuments += found.ordinals.length
      for (const [oldest, { ordinals }] of kept) {
        if (keptDocuments <= mostKept && kept.size <= 2_000) break
        kept.delete(oldest)
        keptDocuments -= ordinals.length
      }
      return found
    },
    wholeName: (name) => {
      scratch.fill(0)
      if (name !== '') markAll([term('whole', name)], mark.name)
      return collect(scratch).ordinals
    },
  }
}

function term(field: SearchField | 'whole', word: string): string {
  return `"${inField(field, word)}"`
}

/** The words of a vocabulary within so many edits. Most are told apart by their letters and lengths alone. */
function near({ words, letterSets }: Vocabulary, word: string, edits: number): string[] {
  if (edits === 0) return []
  const found: string[] = []
  const letterSet = letterSetOf(word)
  for (let at = 0; at < words.length; at += 1) {
    if (bitCount((letterSets[at] ?? 0) ^ letterSet) > 2 * edits) continue
    const candidate = words[at] ?? ''
    if (isNear(candidate, word, edits)) found.push(candidate)
  }
  return found
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

// One text of a hundred thousand numbers crosses from SQLite several times faster than as many rows.
function forEachNumber(text: string, each: (number: number) => void): void {
  let number = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 44) {
      each(number)
      number = 0
    } else number = number * 10 + code - 48
  }
  each(number)
}

function collect(marksByOrdinal: Uint8Array): Found {
  let count = 0
  for (const marks of marksByOrdinal) if (marks !== 0) count += 1
  const ordinals = new Uint32Array(count)
  const marks = new Uint8Array(count)
  let at = 0
  for (let ordinal = 0; at < count; ordinal += 1) {
    const found = marksByOrdinal[ordinal] ?? 0
    if (found === 0) continue
    ordinals[at] = ordinal
    marks[at] = found
    at += 1
  }
  return { ordinals, marks }
}
