import { type SearchDocument, type SearchField, searchFields } from '@kunak/domain/directory'

/**
 * A word's documents are kept in blocks of 16,384 numbers: three bytes each, the number within the block (low byte first) and the
 * fields in which the word stands. Changing one writes its block alone, so a file that is filled step by step writes little again.
 */
const bytesEach = 3
const blockBits = 14
const lowBits = (1 << blockBits) - 1

/** The bit of each field. */
export const fieldBit: Readonly<Record<SearchField, number>> = { name: 1, expertise: 2, place: 4, text: 8 }
export const fieldSets = 16

export const blockOf = (number: number) => number >>> blockBits

/** The fields in which each word of a document stands, as bits. */
export function fieldsByWord({ words }: SearchDocument): Map<string, number> {
  const fields = new Map<string, number>()
  for (const field of searchFields) for (const word of words[field]) fields.set(word, (fields.get(word) ?? 0) | fieldBit[field])
  return fields
}

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

/** Which fields a word stands in, and the ordinal of the document, in an entry. */
export const fieldsIn = (entry: number) => entry & 15
export const ordinalIn = (entry: number) => entry >>> 4

/** Writes the documents of a block as entries from an index on; answers how many there are. */
export function entriesOf(
  { block, documents }: { readonly block: number; readonly documents: Uint8Array },
  ordinals: Int32Array,
  { entries, from }: { readonly entries: Uint32Array; readonly from: number },
): number {
  const start = block << blockBits
  let index = from
  for (let at = 0; at < documents.length; at += bytesEach) {
    const number = start + ((documents[at] ?? 0) | ((documents[at + 1] ?? 0) << 8))
    entries[index] = ((ordinals[number] ?? 0) << 4) | (documents[at + 2] ?? 0)
    index += 1
  }
  return index - from
}
