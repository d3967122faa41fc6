import { distance } from 'fastest-levenshtein'
import { foldName } from './fold-name.ts'
import { languageOf } from './language-of.ts'
import { type Script, scriptOf } from './script-of.ts'

/** A name made ready to be compared many times. */
export interface ComparableName {
  readonly script: Script | null
  readonly language: string
  readonly folded: string
  /** Letters that abbreviate another name say nothing about whether two names are the same. */
  readonly isAcronym: boolean
  /** What kind of body it is (association, centre, جمعية …): may be left out, but two different kinds are two bodies. */
  readonly kinds: readonly string[]
  readonly words: readonly string[]
}

/**
 * How two names of one script relate: `same` when each word has its counterpart but for a typing error; `near` when the words
 * left over resemble each other too; `unlike` otherwise; `silent` when nothing can be concluded (an abbreviation, two languages).
 */
export type Likeness = 'same' | 'near' | 'unlike' | 'silent'

// Below 5 letters one letter makes another word (дом, том); below 11, two do (tunisienne, tunisiette).
const toleratedErrors = (length: number) => (length < 5 ? 0 : length < 11 ? 1 : 2)
// Two words of which most letters agree: a transliteration or an inflection, such as jeunes and jeunesse (0.75), never homme and femme (0.6).
const nearShare = 0.7

/** In how many letters a word of this length and its counterpart in another name can differ at most. */
export function mostErrorsIn(length: number): number {
  return Math.floor((length / nearShare) * (1 - nearShare) + 1e-9)
}

const small = foldedSet(
  `de des du d la le les l et a au aux en pour par sur dans avec sans the of for and in on to with s an
   و من اجل في على الى и в во на по для с со из о об при ve und der die das fur`,
)
const kindWords = foldedSet(
  `fund association associations associacion asociacion asociation organisation organization fondation foundation fondation fondacion
   society centre center reseau network forum ligue league union federation comite committee commission mouvement movement
   collectif institute institut club observatoire observatory group groupe initiative jamiat
   جمعيه منظمه مؤسسه موسسه مركز شبكه منتدي رابطه اتحاد فدراليه فيدراليه لجنه حركه مجموعه معهد نادي مرصد مبادره هيئه هييه نقابه
   организация общество фонд центр сеть форум лига союз федерация комитет комиссия движение институт клуб ассоциация инициатива
   ано нко ооо роо мро бф`,
)

export function comparable(name: string): ComparableName {
  const folded = foldName(name)
  const script = scriptOf(name)
  const words = folded
    .split(' ')
    .map((word) => (script === 'Arab' ? withoutArticle(word) : word))
    .filter((word) => word !== '' && !small.has(word))
  return {
    script,
    language: languageOf(name),
    folded,
    isAcronym: isAcronym(name),
    kinds: words.filter((word) => kindWords.has(word)),
    words: words.filter((word) => !kindWords.has(word)),
  }
}

export function likeness(a: ComparableName, b: ComparableName): Likeness {
  if (a.script !== b.script || a.isAcronym || b.isAcronym) return 'silent'
  if (a.folded === b.folded) return 'same'
  if (a.words.length === 0 || b.words.length === 0) return 'unlike'
  const kinds = unmatched(a.kinds, b.kinds, isSameWord)
  const differInKind = kinds.left.length > 0 && kinds.right.length > 0
  const words = unmatched(a.words, b.words, isSameWord)
  if (words.left.length === 0 && words.right.length === 0) return differInKind ? 'unlike' : 'same'
  if (areTwoLanguages(a.language, b.language)) return 'silent'
  const near = unmatched(words.left, words.right, isNearWord)
  return near.left.length === 0 && near.right.length === 0 && !differInKind ? 'near' : 'unlike'
}

function areTwoLanguages(a: string, b: string): boolean {
  return a !== b && !a.startsWith('und') && !b.startsWith('und')
}

/** Words of each side that have no counterpart on the other, each word counting once. */
function unmatched(a: readonly string[], b: readonly string[], isMatch: (a: string, b: string) => boolean) {
  const right = [...b]
  const left = a.filter((word) => {
    const exact = right.indexOf(word)
    const place = exact >= 0 ? exact : right.findIndex((other) => isMatch(word, other))
    if (place >= 0) right.splice(place, 1)
    return place < 0
  })
  return { left, right }
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (/\d/.test(a + b)) return false
  const errors = toleratedErrors(Math.min(a.length, b.length))
  return Math.abs(a.length - b.length) <= errors && distance(a, b) <= errors
}

function isNearWord(a: string, b: string): boolean {
  return !/\d/.test(a + b) && 1 - distance(a, b) / Math.max(a.length, b.length) >= nearShare
}

/** A folded Arabic word without its article and the particles written together with it. */
export function withoutArticle(word: string): string {
  return word.length < 5
    ? word.replace(/^ال(?=..)/, '')
    : word.replace(/^(?:و?ال|[وبفك]ال|و?لل)(?=...)/, '').replace(/^و(?=.....)/, '')
}

// ATDD, U D C, A.T.P.D.D, UDC Kef is not one: at most six capitals and nothing else, as abbreviations are written.
function isAcronym(name: string): boolean {
  const letters = name.replace(/[^\p{L}\p{N}]+/gu, '')
  return /^\p{Lu}{1,6}$/u.test(letters) && scriptOf(letters) !== 'Arab'
}

function foldedSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(foldName))
}
