import { isNear } from '@kunak/domain/directory'

/** Words in an order in which many begin as the one before, so that each letter is read once for all that begin alike. */
export interface Vocabulary {
  readonly words: readonly string[]
  /** With how many letters of the one before it each word begins. */
  readonly shared: Uint8Array
  /** The least of these in each stretch of words. */
  readonly leastShared: Uint8Array
}

const stretch = 16

/** Makes words that come in order of the alphabet, or nearly so, ready for `wordsNear`. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const shared = Uint8Array.from(words, (word, at) => sharedLetters(word, words[at - 1] ?? ''))
  const leastShared = Uint8Array.from({ length: Math.ceil(words.length / stretch) }, (_, at) =>
    Math.min(...shared.subarray(at * stretch, (at + 1) * stretch)),
  )
  return { words, shared, leastShared }
}

function sharedLetters(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 255)
  let shared = 0
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1
  return shared
}

// As many as there are bits for, less those that two edits take.
const longestWord = 29
// By what a word may have been so far: how much of the asked word the first letters may have become, as bits, by the number of edits.
// One set of these for all words: they are looked for one after the other.
const withoutEdit = new Uint32Array(longestWord + 4)
const withOne = new Uint32Array(longestWord + 4)
const withTwo = new Uint32Array(longestWord + 4)
const placesOf = new Uint32Array(2 ** 16)

/**
 * The indexes of the words of a vocabulary that become this one by at most so many edits, two at most (Wu and Manber, "Fast text
 * searching allowing errors", 1992). When the first letters of a word can become no beginning of this one, it and all that begin alike
 * are passed over.
 */
export function wordsNear({ words, shared, leastShared }: Vocabulary, word: string, edits: number): number[] {
  if (edits === 0) return []
  if (word.length > longestWord) return [...words.keys()].filter((at) => isNear(words[at] ?? '', word, edits))
  const found: number[] = []
  const whole = 1 << word.length
  const all = 2 * whole - 1
  withoutEdit[0] = 1
  withOne[0] = 3 & all
  withTwo[0] = edits === 1 ? withOne[0] : 7 & all
  markPlaces(word)
  let passedOver = Infinity
  for (let at = 0; at < words.length; at += 1) {
    if (at % stretch === 0 && (leastShared[at / stretch] ?? 0) >= passedOver) {
      at += stretch - 1
      continue
    }
    let letters = shared[at] ?? 0
    if (letters >= passedOver) continue
    const candidate = words[at] ?? ''
    let none = withoutEdit[letters] ?? 0
    let one = withOne[letters] ?? 0
    let most = withTwo[letters] ?? 0
    while (letters < candidate.length && most !== 0) {
      const places = placesOf[candidate.charCodeAt(letters)] ?? 0
      const noneBefore = none
      const oneBefore = one
      none = (none << 1) & places
      one = (((one << 1) & places) | noneBefore | (noneBefore << 1) | (none << 1)) & all
      most = edits === 1 ? one : (((most << 1) & places) | oneBefore | (oneBefore << 1) | (one << 1)) & all
      letters += 1
      withoutEdit[letters] = none
      withOne[letters] = one
      withTwo[letters] = most
    }
    passedOver = most === 0 ? letters : Infinity
    if ((most & whole) !== 0) found.push(at)
  }
  forgetPlaces(word)
  return found
}

/** Where each letter stands in the asked word, as bits. */
function markPlaces(word: string): void {
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at)
    placesOf[letter] = (placesOf[letter] ?? 0) | (2 << at)
  }
}

function forgetPlaces(word: string): void {
  for (let at = 0; at < word.length; at += 1) placesOf[word.charCodeAt(at)] = 0
}
