/// <reference path="./snowball-stemmers.d.ts" />
import stemmers from 'snowball-stemmers'

/** A word longer than this is cut, so that one endless word cannot fill the index. */
const longestWord = 40

/**
 * The words of a text as they are searched: NFKC, lower case, without accents and vowel signs, ё as е, every spelling of the
 * palochka as one letter, the variants of an Arabic letter as one. In their order, with repeats.
 */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(apostrophe, '')
      .match(/[\p{L}\p{M}\p{N}|]+/gu) ?? []
  return words.flatMap((word) => {
    const folded = foldedLately.get(word) ?? remember(word)
    return folded === '' ? [] : [folded]
  })
}

// Texts say the same words again and again, and folding one takes longer than looking it up.
const foldedLately = new Map<string, string>()
const mostRemembered = 50_000

function remember(word: string): string {
  const folded = [...foldWord(word)].slice(0, longestWord).join('')
  if (foldedLately.size >= mostRemembered) foldedLately.clear()
  if (word.length <= longestWord) foldedLately.set(word, folded)
  return folded
}

// "women's" is a form of "women", "Nal'chik" one word (a soft sign); "l'action" is two words and stays so.
const apostrophe = /(?<=\p{Script=Latin})['’ʼʹ](?:s(?!\p{L})|(?<=\p{L}{2}.)(?=\p{L}{2}))/giu
const cyrillic = /\p{Script=Cyrillic}/u
const latin = /\p{Script=Latin}/u
const arabic = /\p{Script=Arabic}/u

function foldWord(word: string): string {
  // й is и with a breve, so marks are taken off Cyrillic only where no letter of its own has them (stress marks).
  if (cyrillic.test(word))
    return word
      .replace(/[1Il|Ӏӏ]/g, 'ӏ')
      .toLowerCase()
      .replace(/[ёѐѝ]/g, (letter) => (letter === 'ѝ' ? 'и' : 'е'))
      .replace(/\p{M}|[^\p{L}\p{N}]/gu, '')
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Script=Inherited}\|]|[\p{M}&&[\p{Script=Arabic}\p{Script=Hebrew}]]/gv, '')
    .normalize('NFC')
    .replace(/[ßøłđðþæœıəςىیةکـ٠-٩۰-۹]/g, (letter) => plainLetters[letter] ?? String(letter.charCodeAt(0) & 15))
}

// Arabic-Indic digits are not here: their code ends in the figure itself.
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ـ: '',
}

export type Script = 'cyrillic' | 'latin' | 'other'

/** The script of a word from `wordsOf`. */
export function scriptOf(word: string): Script {
  return cyrillic.test(word) ? 'cyrillic' : latin.test(word) ? 'latin' : 'other'
}

const russian = stemmers.newStemmer('russian')
const english = stemmers.newStemmer('english')

/**
 * What the grammatical forms of a word from `wordsOf` share: the Snowball stem of Russian for Cyrillic, of English for Latin; an
 * Arabic word without its article; any other word as it is.
 */
export function stemOf(word: string): string {
  switch (scriptOf(word)) {
    case 'cyrillic':
      return russian.stem(word)
    case 'latin':
      return english.stem(word)
    case 'other':
      return arabic.test(word) ? word.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/u, '') : word
  }
}
