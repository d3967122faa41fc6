import { mostErrorsIn, soundKeyOf, wholeSoundOf, withoutArticle } from '@kunak/domain/directory'

/** A sound key made ready to be compared many times. */
export interface ReadyKey {
  readonly soundKey: string
  /** The key as it is compared: an Arabic word without its article. */
  readonly compared: string
  readonly letters: number
  readonly hasFigure: boolean
}

export interface NearKey {
  readonly soundKey: string
  /** 1 for the same sound, less the more letters differ. */
  readonly closeness: number
}

export function readyKey(soundKey: string): ReadyKey {
  const compared = arabic.test(soundKey) ? withoutArticle(soundKey) : soundKey
  return { soundKey, compared, letters: lettersOf(compared), hasFigure: figure.test(compared) }
}

const arabic = /\p{Script=Arabic}/u
const figure = /\d/
// «яя» sounds «iaia», «иями» «iiami».
const longestEnding = 5
const shortestStem = 3
const notTheSame = 0.9

/** The keys of words that may be this one (from `wordsOf`) misspelled or inflected, the same one included. */
export function keysNear(word: string, keys: readonly ReadyKey[]): NearKey[] {
  const own = soundKeyOf(word)
  const sound = wholeSoundOf(word)
  const errors = figure.test(word) ? 0 : mostErrorsIn(word.length)
  // A key may have lost an ending that this word, misspelled, would keep.
  const shortest = arabic.test(word) ? sound.length : Math.max(Math.min(sound.length, shortestStem), sound.length - longestEnding)
  const [letters, firstLetters] = [lettersOf(sound), lettersOf(sound.slice(0, shortest))]
  const near: NearKey[] = []
  for (const { soundKey, compared, letters: others, hasFigure } of keys) {
    if (compared === own || soundKey === own) {
      near.push({ soundKey, closeness: 1 })
      continue
    }
    if (errors === 0 || hasFigure || compared.length < shortest - errors || compared.length > sound.length + errors) continue
    if (bitCount(others & ~letters) > errors || bitCount(firstLetters & ~others) > errors) continue
    const differing = distanceFromBeginnings(sound, compared, { shortest, errors })
    if (differing <= errors) near.push({ soundKey, closeness: notTheSame * (1 - differing / (sound.length + 1)) })
  }
  return near
}

const row = new Uint16Array(512)

/**
 * The least edit distance to the other word from this one without none, one or more of its last letters, `shortest` being left;
 * more than `errors` where it is more.
 */
function distanceFromBeginnings(
  sound: string,
  other: string,
  { shortest, errors }: { readonly shortest: number; readonly errors: number },
): number {
  for (let column = 0; column <= other.length; column += 1) row[column] = column
  let least = errors + 1
  for (let at = 1; at <= sound.length; at += 1) {
    let diagonal = at - 1
    let left = at
    let leastInRow = at
    row[0] = at
    for (let column = 1; column <= other.length; column += 1) {
      const above = row[column] ?? 0
      const isSame = sound.charCodeAt(at - 1) === other.charCodeAt(column - 1)
      left = isSame ? diagonal : 1 + Math.min(diagonal, above, left)
      diagonal = above
      row[column] = left
      if (left < leastInRow) leastInRow = left
    }
    if (at >= shortest && left < least) least = left
    if (leastInRow > errors) break
  }
  return least
}

/** Which letters a word has, in 32 bits: a letter that only one of two words has is an edit. */
function lettersOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}
