import type { SQLOutputValue, StatementSync } from 'node:sqlite'
import type { Reason } from '@kunak/contracts/directory'
import { type AskedWord, beginningsOf, isSoundTelling, type SearchField, searchFields } from '@kunak/domain/directory'
import type { LoadedGroup } from './load-group.ts'
import { wordsNear } from './near-words.ts'
import { beginningKey, beginningOf, fieldBit, fieldSets, markBlock } from './postings.ts'

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
  const sameStem = file.prepare(`SELECT word FROM words_${group} WHERE stem = ?`)
  const sameSound = file.prepare(`SELECT word FROM words_${group} WHERE sound_key = ?`)
  const ofWord = file.prepare(`SELECT block, documents FROM postings_${group} WHERE word = ?`)
  const ofBeginning = file.prepare(`SELECT block, documents FROM postings_${group} WHERE word >= ? AND word < ?`)
  const ofName = file.prepare(`SELECT number FROM whole_names_${group} WHERE name = ?`)
  for (const statement of [ofWord, ofBeginning]) statement.setReturnArrays(true)
  const kept = new Map<string, Found>()
  let keptDocuments = 0
  // One set of these for all questions: they are asked one after the other.
  const marks = new Uint8Array(loaded.size)
  const ordinals = new Uint32Array(loaded.size)

  const markAll = (rows: Iterable<Record<string, SQLOutputValue>>, likeness: Likeness): void => {
    for (const row of rows)
      if (row['1'] instanceof Uint8Array)
        markBlock({ block: Number(row['0']), documents: row['1'] }, loaded.ordinals, { markOf: markOf[likeness], marks })
  }
  const wordsIn = (statement: StatementSync, key: string) => statement.all(key).map(({ word }) => String(word))

  function findNow(asked: AskedWord): Found {
    marks.fill(0)
    const same = new Set([...wordsIn(sameStem, asked.stem), ...(isSoundTelling(asked) ? wordsIn(sameSound, asked.soundKey) : [])])
    for (const word of same) markAll(ofWord.all(word), 'same')
    for (const beginning of asked.mayGoOn ? beginningsOf(asked) : [])
      markAll(
        beginningOf(beginning) === beginning
          ? ofWord.all(beginningKey(beginning))
          : ofBeginning.iterate(beginning, beginning + afterAllWords),
        'begins',
      )
    const similar = new Set([
      ...wordsNear(loaded.words, asked.word, asked.edits),
      ...wordsNear(loaded.stems, asked.stem, asked.stemEdits).flatMap((stem) => wordsIn(sameStem, stem)),
    ])
    for (const word of similar) if (!same.has(word)) markAll(ofWord.all(word), 'similar')
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
