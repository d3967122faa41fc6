// What remains different when accents and vowel signs are gone, though it is the same letter to whoever types it.
const sameLetters: Readonly<Record<string, string>> = {
  ӏ: '1',
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ـ: '',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
}

/**
 * A name as it is compared: case, accents, vowel signs, punctuation and variants of the same letter do not count; words are
 * divided by one blank.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u200b-\u200d]/gu, '')
    .replace(/[ӏىةٱـœæßøłı]/g, (letter) => sameLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
