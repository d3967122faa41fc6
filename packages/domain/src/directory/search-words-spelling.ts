import { scriptOf } from './search-words.ts'

// Longest first. What a Latin spelling of a Russian, Chechen or Ossetian word stands for, in any of the usual schemes
// (BGN/PCGN, ISO 9, passports, German and French habits).
const cyrillicFor = [
  ...Object.entries({ shch: 'щ', sch: 'щ', tch: 'ч', dzh: 'дж', dj: 'дж', zh: 'ж', kh: 'х', ch: 'ч', sh: 'ш', ts: 'ц', tz: 'ц' }),
  ...Object.entries({
    gh: 'г',
    ph: 'ф',
    th: 'т',
    ck: 'к',
    ya: 'я',
    ja: 'я',
    yu: 'ю',
    ju: 'ю',
    yo: 'е',
    jo: 'е',
    ye: 'е',
    je: 'е',
  }),
  ...Object.entries({ a: 'а', b: 'б', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п' }),
  ...Object.entries({ q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', z: 'з' }),
] as const
const isVowel = (letter: string | undefined) => letter !== undefined && 'аеиоуыэюя'.includes(letter)

/** A Latin word as it would stand in Russian letters. */
function inCyrillic(word: string): string {
  let written = ''
  for (let at = 0; at < word.length;) {
    const rest = word.slice(at)
    const found = cyrillicFor.find(([latin]) => rest.startsWith(latin))
    if (rest === 'ia' || rest === 'iya') return written + 'ия'
    written += found?.[1] ?? single(rest, isVowel(written.at(-1)))
    at += found?.[0].length ?? 1
  }
  return written
}

function single(rest: string, isAfterVowel: boolean): string {
  switch (rest[0]) {
    case 'c':
      return /^c[eiy]/.test(rest) ? 'ц' : 'к'
    case 'i':
      return isAfterVowel ? 'й' : 'и'
    case 'y':
      return isAfterVowel ? 'й' : 'ы'
    case 'j':
      return 'й'
    default:
      return rest[0] ?? ''
  }
}

const soundOf: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'q', ш: 'w', щ: 'w', ъ: '', ы: 'i', ь: '', э: 'e' },
  ...{ ю: 'iu', я: 'ia', ӏ: '', ӕ: 'a', ә: 'a', ў: 'u', ү: 'u', ұ: 'u', ө: 'o', ҳ: 'h', қ: 'k', ғ: 'g', ґ: 'g', і: 'i', ї: 'i' },
  ...{ є: 'e', ј: 'i', ң: 'n', һ: 'h' },
}

// Endings of nouns and adjectives only: Snowball also takes verbs' endings off, and with them the end of «Дагестан» and «Махачкала».
const caseEnding =
  /(?<=.{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ием|ией|ях|ах|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ия|ию|ии|ом|ем|ую|юю|ам|ям|их|ых|им|ым|[аеийоуыьюя])$/u

/**
 * What a word from `wordsOf` sounds like, whatever its script, grammatical ending and scheme of transliteration: "Makhachkala",
 * "Mahachkala" and «Махачкалу» answer the same. Words of other scripts than Cyrillic and Latin answer themselves.
 */
export function soundKeyOf(word: string): string {
  const written = inRussianLetters(word)
  return written === null ? word : sounded(written.replace(caseEnding, '') || written)
}

/** What a word from `wordsOf` sounds like with its ending, which a misspelled one keeps where the right one would lose it. */
export function wholeSoundOf(word: string): string {
  const written = inRussianLetters(word)
  return written === null ? word : sounded(written)
}

function inRussianLetters(word: string): string | null {
  const script = scriptOf(word)
  return script === 'other' ? null : script === 'latin' ? inCyrillic(word) : word
}

function sounded(written: string): string {
  return [...written]
    .map((letter) => soundOf[letter] ?? letter)
    .join('')
    .replace(/(.)\1+/gu, '$1')
    .replaceAll('ie', 'e')
}

const latinFor: readonly Readonly<Record<string, string>>[] = [
  { ж: 'zh', й: 'y', х: 'kh', ц: 'ts', ы: 'y', ю: 'yu', я: 'ya' },
  { ж: 'zh', й: 'i', х: 'h', ц: 'c', ы: 'i', ю: 'iu', я: 'ia' },
]
const latinForAll: Readonly<Record<string, string>> = { ...soundOf, ч: 'ch', ш: 'sh', щ: 'shch' }
const maybeHalfTyped: Readonly<Record<string, string>> = { k: 'х', s: 'ш', c: 'ч', z: 'ж', t: 'ц' }

/** How the beginning of a word may be spelled in the other script, so that "Chech" begins «Чечня»; none for other scripts. */
export function beginningsInOtherScript(beginning: string): string[] {
  switch (scriptOf(beginning)) {
    case 'latin': {
      const half = maybeHalfTyped[beginning.at(-1) ?? '']
      return [inCyrillic(beginning), ...(half ? [inCyrillic(beginning.slice(0, -1)) + half] : [])]
    }
    case 'cyrillic':
      return [
        ...new Set(
          latinFor.map((first) => [...beginning].map((letter) => first[letter] ?? latinForAll[letter] ?? letter).join('')),
        ),
      ]
    case 'other':
      return []
  }
}
