import type { StatementSync } from 'node:sqlite'
import type { Reason } from '@kunak/contracts/directory'
import { type AskedWord, beginningsOf, isSoundTelling, type SearchField, searchFields } from '@kunak/domain/directory'
import { firstFrom } from './lexicon.ts'
import type { LoadedGroup } from './load-group.ts'
import { wordsNear } from './near-words.ts'
import { fieldBit, fieldsIn, fieldSets, ordinalIn } from './postings.ts'

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
  readonly wholeName: (name: string) => readonly number[]
}

// Some 5 bytes for each document found: 20 MB at most.
const mostKept = 4_000_000

type Likeness = 'same' | 'begins' | 'similar'

/** The mark for each set of fields in which a word of some likeness stands. */
const markOf = Object.fromEntries(
  (['same', 'begins', 'similar'] as const).map((likeness) => [
    likeness,
    Uint8Array.from({ length: fieldSets }, (_, fields) =>
      searchFields.reduce(
        (marks, field) => ((fields & fieldBit[field]) === 0 ? marks : marks | mark[reasonFor(field, likeness)]),
        0,
      ),
    ),
  ]),
) as Record<Likeness, Uint8Array>

function reasonFor(field: SearchField, likeness: Likeness): Reason {
  return likeness === 'similar' ? 'similar_spelling' : field === 'name' && likeness === 'begins' ? 'name_begins' : field
}

const afterAllWords = '\u{10ffff}'

/** Finds the documents of a group by word. What it found lately is kept. */
export function wordFinder(loaded: LoadedGroup): WordFinder {
  const { file, group } = loaded
  const { words, startOfWord, entries, startOfStem, wordsOfStems, nearWords, nearStems } = loaded.lexicon
  const sameStem = file.prepare(`SELECT word FROM words_${group} WHERE stem = ?`)
  const sameSound = file.prepare(`SELECT word FROM words_${group} WHERE sound_key = ?`)
  const ofName = file.prepare(`SELECT number FROM whole_names_${group} WHERE name = ?`)
  for (const statement of [sameStem, sameSound]) statement.setReturnArrays(true)
  const kept = new Map<string, Found>()
  let keptDocuments = 0
  // One set of these for all questions: they are asked one after the other.
  const marks = new Uint8Array(loaded.size)
  const ordinals = new Uint32Array(loaded.size)

  /** Marks the documents of the words from one index up to another. */
  const markAll = (from: number, to: number, likeness: Likeness): void => {
    const marksOf = markOf[likeness]
    for (let at = startOfWord[from] ?? 0, end = startOfWord[to] ?? 0; at < end; at += 1) {
      const entry = entries[at] ?? 0
      const ordinal = ordinalIn(entry)
      marks[ordinal] = (marks[ordinal] ?? 0) | (marksOf[fieldsIn(entry)] ?? 0)
    }
  }
  const wordsIn = (statement: StatementSync, key: string) => statement.all(key).map((row) => firstFrom(words, String(row['0'])))

  function findNow(asked: AskedWord): Found {
    marks.fill(0)
    const same = new Set([...wordsIn(sameStem, asked.stem), ...(isSoundTelling(asked) ? wordsIn(sameSound, asked.soundKey) : [])])
    for (const word of same) markAll(word, word + 1, 'same')
    for (const beginning of asked.mayGoOn ? beginningsOf(asked) : [])
      markAll(firstFrom(words, beginning), firstFrom(words, beginning + afterAllWords), 'begins')
    const similar = new Set(wordsNear(nearWords, asked.word, asked.edits))
    for (const stem of wordsNear(nearStems, asked.stem, asked.stemEdits))
      for (let at = startOfStem[stem] ?? 0; at < (startOfStem[stem + 1] ?? 0); at += 1) similar.add(wordsOfStems[at] ?? 0)
    for (const word of similar) if (!same.has(word)) markAll(word, word + 1, 'similar')
    return collect(marks, ordinals)
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
    wholeName: (name) => ofName.all(name).map(({ number }) => loaded.ordinals[Number(number)] ?? 0),
  }
}

function collect(marksByOrdinal: Uint8Array, ordinals: Uint32Array): Found {
  // Most are none, and four at a time are passed over.
  const fours = new Uint32Array(marksByOrdinal.buffer, 0, marksByOrdinal.length >>> 2)
  let count = 0
  const take = (from: number, to: number) => {
    for (let ordinal = from; ordinal < to; ordinal += 1)
      if (marksByOrdinal[ordinal] !== 0) {
        ordinals[count] = ordinal
        count += 1
      }
  }
  for (let four = 0; four < fours.length; four += 1) if (fours[four] !== 0) take(four * 4, four * 4 + 4)
  take(fours.length * 4, marksByOrdinal.length)
  const marks = new Uint8Array(count)
  for (let at = 0; at < count; at += 1) marks[at] = marksByOrdinal[ordinals[at] ?? 0] ?? 0
  return { ordinals: ordinals.slice(0, count), marks }
}
