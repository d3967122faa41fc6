import { OrganisationId } from '@kunak/contracts'
import { capacities, deliveries, type FieldGroup, fieldGroups, levels, type Organisation } from '@kunak/contracts/directory'
import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'

/** The day on which the invented organisations are read; they were assured on the days before it. */
export const benchDay = '2026-11-22T09:00:00Z'

const dayMs = 86_400_000
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const kinds = [
  ...[
    ['Центр', 'Centre'],
    ['Фонд', 'Fund'],
    ['Мост', 'Bridge'],
    ['Союз', 'Union'],
    ['Дом', 'House'],
    ['Школа', 'School'],
  ],
  ...[
    ['Голос', 'Voice'],
    ['Защита', 'Defence'],
    ['Надежда', 'Hope'],
    ['Совет', 'Council'],
    ['Клиника', 'Clinic'],
    ['Архив', 'Archive'],
  ],
] as const
const common = [
  ...'права женщины семьи помощь защита суд адвокат дети молодёжь школа обучение мониторинг общество город село гражданин'.split(
    ' ',
  ),
  ...'консультации сопровождение документирование просвещение проект поддержка исследование доступ правосудие свобода'.split(' '),
]
const commonEnglish = [
  ...'rights women families help defence court lawyer children youth school training monitoring society town village citizen'.split(
    ' ',
  ),
  ...'advice support documentation education project research access justice freedom community legal network'.split(' '),
]
const syllables =
  'ба ра ту ни ша ле ко ми да хо зе гу чи ма вар тен лур кас бел дор нак шим тол реб гас мир дан хар ван сур'.split(' ')
const latinSyllables =
  'ba ra tu ni sha le ko mi da ho ze gu chi ma var ten lur kas bel dor nak shim tol reb gas mir dan har van sur'.split(' ')
const endings = ['', 'а', 'ы', 'ов', 'ский', 'ская', 'ского', 'ение', 'ами']
const inventedWords = 15_000

/** A source of numbers from 0 to 1 that is the same in every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // mulberry32: small, and even enough for choosing words.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** An invented word; the lower its rank, the more often texts have it. */
export function inventedWord(rank: number, from: readonly string[] = syllables): string {
  const size = from.length
  const parts = [rank % size, Math.floor(rank / size) % size, Math.floor(rank / (size * size)) % size]
  return parts.map((part) => from[part] ?? '').join('')
}

/** Invented organisations in Russian and English, the same ones for the same size; half of them are public. */
export function* generateOrganisations(size: number): Generator<Organisation> {
  for (let index = 0; index < size; index += 1) yield generateOrganisation(index)
}

/** The invented organisation of one place in the row. */
export function generateOrganisation(index: number): Organisation {
  const random = chance(index + 1)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] ?? items[0]!
  const some = <Item>(items: readonly Item[], most: number): Item[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(items))),
  ]
  // Few words are in most texts and most words in few, as in any language.
  const rank = () => Math.floor(inventedWords * random() ** 4)
  const russian = (count: number) =>
    Array.from({ length: count }, () => (random() < 0.35 ? pick(common) : inventedWord(rank()) + pick(endings))).join(' ')
  const english = (count: number) =>
    Array.from({ length: count }, () => (random() < 0.5 ? pick(commonEnglish) : inventedWord(rank(), latinSyllables))).join(' ')
  const [kind, kindInEnglish] = pick(kinds)
  const own = Math.floor(random() * inventedWords)
  const isPublic = random() < 0.5
  const assuredAt = new Date(Date.parse(benchDay) - Math.floor(random() * 400) * dayMs).toISOString()
  const audience = isPublic ? 'public' : 'network'
  return {
    id: OrganisationId.parse(
      `01M${[...Array(23).keys()].map((place) => (place < 13 ? pick([...crockford]) : digit(index, place - 13))).join('')}`,
    ),
    version: 1,
    standing: 'vetted',
    assuredAt,
    createdAt: assuredAt,
    vettedAt: assuredAt,
    isFounding: false,
    standsOnVouches: false,
    frozen: null,
    lastFrozenAt: null,
    circles: [],
    audienceCircle: null,
    profile: {
      names: {
        ru: `${kind} ${capitalised(inventedWord(own))}${random() < 0.5 ? ` ${pick(common)}` : ''}`,
        en: `${kindInEnglish} ${capitalised(inventedWord(own, latinSyllables))}`,
      },
      acronym: '',
      description: { ru: russian(20), en: english(14) },
      legalForm: pick(codesOf(legalForms)),
      foundedYear: 1990 + Math.floor(random() * 36),
      basedIn: 'RU',
      identifiers: [],
      address: '',
      worksIn: some(codesOf(republics), 3).map((republic) => ({ republic, district: '' })),
      languages: some(codesOf(languages), 4),
      expertise: some(codesOf(expertiseAreas), 6).map((area) => ({
        area,
        level: pick(levels),
        capacity: pick(capacities),
        until: null,
        delivery: pick(deliveries),
      })),
      website: '',
      contacts: [{ channel: 'email', value: 'desk@invented.example', audience: 'network' }],
      safeContact: {},
      legalFlags: [],
      audiences: Object.fromEntries(fieldGroups.map((group) => [group, audience])) as Record<FieldGroup, typeof audience>,
    },
  }
}

function digit(index: number, place: number): string {
  return crockford[Math.floor(index / 32 ** (9 - place)) % 32] ?? '0'
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
