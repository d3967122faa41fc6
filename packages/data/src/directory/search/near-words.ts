import { isNear } from '@kunak/domain/directory'

/** Words by length, with what tells most of them apart from a misspelled one without comparing letters. */
export interface Vocabulary {
  readonly words: readonly string[]
  /** Where the words of each length start. */
  readonly startOfLength: Uint32Array
  readonly letterSets: Uint32Array
}

/** Sorts words for `wordsNear`. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const sorted = words.toSorted((one, other) => one.length - other.length)
  const startOfLength = new Uint32Array((sorted.at(-1)?.length ?? 0) + 2).fill(sorted.length)
  for (let at = sorted.length - 1; at >= 0; at -= 1) startOfLength[sorted[at]?.length ?? 0] = at
  for (let length = startOfLength.length - 2; length >= 0; length -= 1)
    startOfLength[length] = Math.min(startOfLength[length] ?? 0, startOfLength[length + 1] ?? 0)
  return { words: sorted, startOfLength, letterSets: Uint32Array.from(sorted, letterSetOf) }
}

/** The words of a vocabulary that become this one by at most so many edits, two at most. */
export function wordsNear({ words, letterSets, startOfLength }: Vocabulary, word: string, edits: number): string[] {
  if (edits === 0) return []
  const found: string[] = []
  const letterSet = letterSetOf(word)
  const sharesPart = partsOf(word, edits)
  const end = startOfLength[word.length + edits + 1] ?? words.length
  for (let at = startOfLength[Math.max(0, word.length - edits)] ?? words.length; at < end; at += 1) {
    if (bitCount((letterSets[at] ?? 0) ^ letterSet) > 2 * edits) continue
    const candidate = words[at] ?? ''
    if (sharesPart(candidate) && isNear(candidate, word, edits)) found.push(candidate)
  }
  return found
}

/** Of a word in more parts than there are edits, at least one part is left as it was, where it was but for the letters before it. */
function partsOf(word: string, edits: number): (candidate: string) => boolean {
  const length = Math.floor(word.length / (edits + 1))
  const [first, last] = [word.slice(0, length), word.slice(edits * length)]
  if (edits === 1) return (candidate) => candidate.startsWith(first) || candidate.endsWith(last)
  const middle = word.slice(length, 2 * length)
  return (candidate) => {
    if (candidate.startsWith(first) || candidate.endsWith(last)) return true
    const at = candidate.indexOf(middle, Math.max(0, length - edits))
    return at >= 0 && at <= length + edits
  }
}

/** Which letters a word has, in 32 bits; one edit changes two bits at most. */
function letterSetOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31)
  return set >>> 0
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
