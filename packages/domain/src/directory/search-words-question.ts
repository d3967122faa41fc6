import { distance } from 'fastest-levenshtein'
import { stemOf, wordsOf } from './search-words.ts'
import { beginningsInOtherScript, soundKeyOf } from './search-words-spelling.ts'

/** One word that somebody searches for. `mayGoOn` is true of the last one, which she may still be typing. */
export interface AskedWord {
  readonly word: string
  readonly stem: string
  readonly soundKey: string
  readonly mayGoOn: boolean
  /** How many letters may be added, lost or changed: none below four letters, one from four, two from eight. */
  readonly edits: number
  readonly stemEdits: number
}

/** More words than this say nothing more; those after it are not looked for. */
const mostWords = 12
const shortestBeginning = 2
const shortestSound = 3
const joining = new Set(
  'и в во на с со о об от до за по из к ко у для при не а но или of the and for in on to a an at by with or et de la le les du des l d'.split(
    ' ',
  ),
)

// One question is asked of several sources, and again for the place where its next page begins.
let lately: { readonly question: string; readonly words: readonly AskedWord[] } = { question: '', words: [] }

/** The different words of a question, each of which must be found; words that only join others are left out. */
export function askedWords(question: string): readonly AskedWord[] {
  if (lately.question !== question) lately = { question, words: readWords(question) }
  return lately.words
}

function readWords(question: string): AskedWord[] {
  const words = [...new Set(wordsOf(question))]
  const telling = words.filter((word) => !joining.has(word))
  const last = words.at(-1)
  return (telling.length > 0 ? telling : words).slice(0, mostWords).map((word) => {
    const stem = stemOf(word)
    return {
      word,
      stem,
      soundKey: soundKeyOf(word),
      mayGoOn: word === last && [...word].length >= shortestBeginning,
      edits: editsFor(word),
      stemEdits: editsFor(stem),
    }
  })
}

function editsFor(word: string): number {
  if (/\p{N}/u.test(word)) return 0
  const letters = [...word].length
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0
}

export type Likeness = 'same' | 'begins' | 'similar'

/**
 * How a word of a text answers an asked word; null when it does not. It depends on these two words alone: what else is in the
 * directory can make no difference. The search file answers the same from its indexes.
 */
export function likenessOf(asked: AskedWord, word: string): Likeness | null {
  const stem = stemOf(word)
  const soundKey = soundKeyOf(word)
  if (stem === asked.stem || (soundKey === asked.soundKey && isSoundTelling(asked))) return 'same'
  if (asked.mayGoOn && beginningsOf(asked).some((beginning) => word.startsWith(beginning))) return 'begins'
  if (isNear(word, asked.word, asked.edits) || isNear(stem, asked.stem, asked.stemEdits)) return 'similar'
  return null
}

/** Whether the sound of an asked word is long enough to mean something. */
export function isSoundTelling({ word, soundKey }: AskedWord): boolean {
  return [...word].length >= shortestSound && soundKey.length > 1
}

/** What a word may begin with to answer an asked word that may go on. */
export function beginningsOf({ word }: AskedWord): string[] {
  return [word, ...beginningsInOtherScript(word)].filter((beginning) => [...beginning].length >= shortestBeginning)
}

/** Whether one word becomes the other by at most so many added, lost or changed letters. */
export function isNear(one: string, other: string, edits: number): boolean {
  return edits > 0 && Math.abs(one.length - other.length) <= edits && distance(one, other) <= edits
}
