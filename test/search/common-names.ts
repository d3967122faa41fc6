import fc from 'fast-check'

// Of each language words that every other organisation has, and words that few have.
const languages = {
  fr: {
    kinds: ['Association', 'Réseau', 'Ligue', 'Forum', 'Centre', ''],
    small: ['de la', 'des', 'pour', 'pour la', 'et', "d'", ''],
    common: ['femmes', 'jeunesse', 'développement', 'droits', 'tunisienne', 'citoyenneté', 'promotion', 'culture', 'locale'],
    syllables: ['ka', 'sse', 'rou', 'mé', 'di', 'bel', 'zar', 'chi', 'nou', 'ria', 'gaf', 'tou'],
    letters: 'aeioustrnlmhy',
  },
  ar: {
    kinds: ['جمعية', 'منظمة', 'مركز', 'شبكة', ''],
    small: ['من أجل', 'في', 'و', ''],
    common: ['المرأة', 'الشباب', 'للتنمية', 'حقوق', 'الإنسان', 'الثقافة', 'التونسية', 'والمواطنة'],
    syllables: ['با', 'سو', 'نور', 'قم', 'حي', 'كاف', 'دي', 'طل', 'عز', 'فر'],
    letters: 'ابتدرسلمنهوي',
  },
  ru: {
    kinds: ['Фонд', 'Центр', 'АНО', 'Общество', 'Комитет', ''],
    small: ['по', 'и', 'для', 'на', ''],
    common: ['женщин', 'молодёжи', 'защите', 'прав', 'человека', 'помощи', 'развития', 'Кавказа', 'региональный'],
    syllables: ['гор', 'ша', 'мов', 'ий', 'дер', 'лё', 'зя', 'кум', 'нар', 'чег', 'хой', 'ами'],
    letters: 'аеиоустрнлмкй',
  },
} as const
type Language = keyof typeof languages

const word = (language: Language) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...languages[language].common) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom(...languages[language].syllables), { minLength: 1, maxLength: 4 })
        .map((all) => all.join('')),
    },
  )

const nameIn = (language: Language) =>
  fc
    .tuple(
      fc.constantFrom(...languages[language].kinds),
      fc.array(fc.tuple(fc.constantFrom(...languages[language].small), word(language)), { minLength: 1, maxLength: 4 }),
    )
    .map(([kind, words]) => [kind, ...words.flat()].filter((one) => one !== '').join(' '))

/** Names of one organisation by language, one or two, of words that many share. */
export const aName: fc.Arbitrary<Partial<Record<Language, string>>> = fc
  .subarray(Object.keys(languages) as Language[], { minLength: 1, maxLength: 2 })
  .chain((some) => fc.record(Object.fromEntries(some.map((language) => [language, nameIn(language)]))))

/** What somebody else's list makes of a name: words in another order, some left out or put in, letters lost, doubled or wrong. */
export function written(name: string): fc.Arbitrary<string> {
  const language = /\p{Script=Arabic}/u.test(name) ? 'ar' : /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'fr'
  const words = name.split(' ')
  const slip = fc.record({
    word: fc.nat(words.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('lose' as const, 'double' as const, 'change' as const, 'add' as const),
    letter: fc.constantFrom(...languages[language].letters),
  })
  return fc
    .record({
      slips: fc.array(slip, { maxLength: words.length }),
      order: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, fc.shuffledSubarray(words, { minLength: words.length })),
      kind: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom(...languages[language].kinds)),
    })
    .map(({ slips, order, kind }) => {
      const changed = [...(order ?? words)]
      for (const { word: which, at, kind: how, letter } of slips) {
        const letters = [...(changed[which] ?? '')]
        const place = Math.floor(at * letters.length)
        const before = letters[place] ?? ''
        const after = { lose: '', double: before + before, change: letter, add: before + letter }
        changed[which] = [...letters.slice(0, place), after[how], ...letters.slice(place + 1)].join('')
      }
      return [kind, ...changed].filter((one) => one !== '').join(' ')
    })
}
