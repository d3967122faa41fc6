import { type SearchDocument, type SearchField, searchFields } from '@kunak/domain/directory'

/**
 * A word's documents are kept in blocks of 65,536 numbers: three bytes each, the number within the block (low byte first) and the
 * fields in which the word stands. Reading one costs a few nanoseconds, and changing one writes its block alone.
 */
const bytesEach = 3
const blockBits = 16
const lowBits = 0xffff

/** The bit of each field. */
export const fieldBit: Readonly<Record<SearchField, number>> = { name: 1, expertise: 2, place: 4, text: 8 }
export const fieldSets = 16

export const blockOf = (number: number) => number >>> blockBits

/**
 * The fields in which each word of a document stands, as bits; and each beginning of two letters, because a thousand words may begin
 * alike and each is a row to be read.
 */
export function fieldsByWord({ words }: SearchDocument): Map<string, number> {
  const fields = new Map<string, number>()
  const add = (key: string, field: SearchField) => fields.set(key, (fields.get(key) ?? 0) | fieldBit[field])
  for (const field of searchFields)
    for (const word of words[field]) {
      add(word, field)
      const beginning = beginningOf(word)
      if (beginning !== null) add(beginningKey(beginning), field)
    }
  return fields
}

/** Under which key the documents stand that have a word with this beginning of two letters. */
export function beginningKey(beginning: string): string {
  return beginningMark + beginning
}

/** Whether a key is that of a beginning, not of a word. */
export function isBeginningKey(key: string): boolean {
  return key.startsWith(beginningMark)
}

/** The first two letters of a word; null for a shorter one. */
export function beginningOf(word: string): string | null {
  const [first, second] = word
  return first === undefined || second === undefined ? null : first + second
}

// No word has it: words are letters and figures.
const beginningMark = '*'

/** What becomes of one block of one word: numbers that go, and numbers that come, each followed by its fields. */
export interface BlockChange {
  readonly gone: number[]
  readonly come: number[]
}

/** A block after a change. */
export function changeBlock(block: Uint8Array | null, { gone, come }: BlockChange): Uint8Array {
  const before = block ?? new Uint8Array(0)
  const changed = new Uint8Array(before.length + (come.length / 2) * bytesEach)
  let length = before.length
  if (gone.length === 0) changed.set(before)
  else {
    const isGone = new Set(gone.map((number) => number & lowBits))
    length = 0
    for (let at = 0; at < before.length; at += bytesEach) {
      const low = (before[at] ?? 0) | ((before[at + 1] ?? 0) << 8)
      if (isGone.has(low)) continue
      changed.set(before.subarray(at, at + bytesEach), length)
      length += bytesEach
    }
  }
  for (let at = 0; at < come.length; at += 2) {
    const number = come[at] ?? 0
    changed[length] = number & 255
    changed[length + 1] = (number & lowBits) >>> 8
    changed[length + 2] = come[at + 1] ?? 0
    length += bytesEach
  }
  return changed.subarray(0, length)
}

/** Marks the documents of a block: each by ordinal with the mark of its fields, on top of those it has. */
export function markBlock(
  { block, documents }: { readonly block: number; readonly documents: Uint8Array },
  ordinals: Int32Array,
  { markOf, marks }: { readonly markOf: Uint8Array; readonly marks: Uint8Array },
): void {
  const start = block << blockBits
  for (let at = 0; at < documents.length; at += bytesEach) {
    const number = start + ((documents[at] ?? 0) | ((documents[at + 1] ?? 0) << 8))
    const ordinal = ordinals[number] ?? 0
    marks[ordinal] = (marks[ordinal] ?? 0) | (markOf[documents[at + 2] ?? 0] ?? 0)
  }
}
