import { isNear } from '@kunak/domain/directory'

/** Words by length, with what tells most of them apart from a misspelled one without comparing letters. */
export interface Vocabulary {
  readonly words: readonly string[]
  /** The index of each among the words that it was made from. */
  readonly indexes: Uint32Array
  /** Where the words of each length start. */
  readonly startOfLength: Uint32Array
  readonly letterSets: Uint32Array
  readonly pairSets: Uint32Array
}

/** Sorts words for `wordsNear`. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0)
  const startOfLength = new Uint32Array(longest + 2)
  for (const { length } of words) startOfLength[length + 1] = (startOfLength[length + 1] ?? 0) + 1
  for (let length = 1; length < startOfLength.length; length += 1)
    startOfLength[length] = (startOfLength[length] ?? 0) + (startOfLength[length - 1] ?? 0)
  const next = startOfLength.slice()
  const indexes = new Uint32Array(words.length)
  for (const [index, { length }] of words.entries()) {
    indexes[next[length] ?? 0] = index
    next[length] = (next[length] ?? 0) + 1
  }
  const sorted = Array.from(indexes, (index) => words[index] ?? '')
  const [letterSets, pairSets] = [Uint32Array.from(sorted, letterSetOf), Uint32Array.from(sorted, pairSetOf)]
  return { words: sorted, indexes, startOfLength, letterSets, pairSets }
}

/** The indexes of the words of a vocabulary that become this one by at most so many edits, two at most. */
export function wordsNear(vocabulary: Vocabulary, word: string, edits: number): number[] {
  if (edits === 0) return []
  const { words, indexes, letterSets, pairSets, startOfLength } = vocabulary
  const found: number[] = []
  const letterSet = letterSetOf(word)
  const pairSet = pairSetOf(word)
  const end = startOfLength[word.length + edits + 1] ?? words.length
  for (let at = startOfLength[Math.max(0, word.length - edits)] ?? words.length; at < end; at += 1)
    if (
      bitCount((letterSets[at] ?? 0) ^ letterSet) <= 2 * edits &&
      bitCount((pairSets[at] ?? 0) ^ pairSet) <= 4 * edits &&
      isNear(words[at] ?? '', word, edits)
    )
      found.push(indexes[at] ?? 0)
  return found
}

/** Which letters a word has, in 32 bits; one edit changes two bits at most. */
function letterSetOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31)
  return set >>> 0
}

/** Which two letters stand side by side in a word, in 32 bits; one edit takes away two pairs at most, and adds two. */
function pairSetOf(word: string): number {
  let set = 0
  let before = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at)
    set |= 1 << ((before * 7 + letter) & 31)
    before = letter
  }
  return (set | (1 << ((before * 7) & 31))) >>> 0
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
