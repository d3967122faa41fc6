import { distance } from 'fastest-levenshtein'
import { wordsOf } from './search-words.ts'
import { soundKeyOf } from './search-words-spelling.ts'

/** The sound of each word of a name, in order of the alphabet, so that script, endings and word order do not count. */
export function nameKeysOf(name: string): string[] {
  return wordsOf(name).map(soundKeyOf).sort()
}

/**
 * How alike two names are, from 0 to 1, by their `nameKeysOf`: the share of words in common or of letters in common, whichever is
 * greater. 1 is the same name in any script, word order and grammatical form.
 */
export function nameSimilarity(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const left = [...other]
  const common = one.filter((key) => {
    const at = left.indexOf(key)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  const [text, otherText] = [one.join(' '), other.join(' ')]
  const byLetters = 1 - distance(text, otherText) / Math.max(text.length, otherText.length)
  return Math.max((2 * common) / (one.length + other.length), byLetters)
}
