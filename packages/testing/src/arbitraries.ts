import { audiences, CircleId, cleanText, OrganisationId } from '@kunak/contracts'
import {
  capacities,
  channels,
  deliveries,
  type Expertise,
  fieldGroups,
  legalFlagKinds,
  levels,
  Organisation,
  Profile,
  standings,
} from '@kunak/contracts/directory'
import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import fc from 'fast-check'
import { storyTime } from './ids.ts'

const dayMs = 86_400_000
const words = [
  ...['Мост', 'Ёлка', 'правозащита', 'женщины', 'Кавказ', 'горянка', 'юристы', 'г1алг1ай', 'нохчийн', 'кӀант', 'Махачкала'],
  ...[
    'bridge',
    'Defenders',
    'of',
    'Chechnya',
    'women',
    'law',
    'Ǿre',
    'naïve',
    'حقوق',
    'الإنسان',
    'İnsan',
    '인권',
    '=SUM(A1)',
    '<b>',
  ],
]

/** Some words of several scripts and, now and then, any text at all that is kept as it is. */
const text = (max: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' ')) },
    {
      weight: 1,
      arbitrary: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 40) })
        .map((any) => cleanText(any).replace(/\s+/g, ' '))
        .filter((clean) => clean.length > 0 && clean.length <= max),
    },
  )

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map(dayOf)
const pastDay = fc.date({ min: new Date('2015-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }).map(dayOf)
const localised = (max: number, minKeys: number) =>
  fc.dictionary(fc.constantFrom('ru', 'en', 'ce', 'av', 'os', 'ar', 'az-Latn', 'fr'), text(max), { minKeys, maxKeys: 3 })

const audience = fc.constantFrom(...audiences)
const emptyOr = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), arbitrary)
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

const expertise: fc.Arbitrary<Expertise> = fc
  .record({
    area: fc.constantFrom(...codesOf(expertiseAreas)),
    level: fc.constantFrom(...levels),
    capacity: fc.constantFrom(...capacities),
    until: orNull(day),
    delivery: fc.constantFrom(...deliveries),
  })
  .map((entry) => (entry.capacity === 'open' ? { ...entry, until: null } : entry))

// Numbers and names that are set aside for fiction, so that no letter or call can ever arrive anywhere.
const contactValues = {
  email: 'desk@bridge.example',
  phone: '+44 20 7946 0123',
  signal: '+44 20 7946 0124',
  telegram: '+44 20 7946 0125',
  whatsapp: '+44 20 7946 0126',
  matrix: '@desk:bridge.example',
  web_form: 'https://bridge.example/write',
  postal: '1 Nowhere Street',
  other: 'ask for the librarian',
} as const satisfies Record<(typeof channels)[number], string>

const contact = fc
  .record({ channel: fc.constantFrom(...channels), audience })
  .map(({ channel, audience }) => ({ channel, value: contactValues[channel], audience }))

/** Valid profiles of every shape: any field empty or full, any audience for any group, texts in several scripts. */
export const profiles: fc.Arbitrary<Profile> = fc
  .record({
    names: localised(200, 1),
    acronym: emptyOr(fc.constantFrom('МД', 'BT', 'ЦПЖ', 'КӀ')),
    description: localised(4000, 0),
    legalForm: orNull(fc.constantFrom(...codesOf(legalForms))),
    foundedYear: orNull(fc.integer({ min: 1988, max: 2026 })),
    basedIn: orNull(fc.constantFrom('RU', 'GE', 'DE', 'LT', 'FR', 'TR')),
    identifiers: fc.uniqueArray(
      fc.integer({ min: 1, max: 99 }).map((n) => ({ scheme: 'other' as const, value: `INVENTED ${n}` })),
      { selector: ({ value }) => value, maxLength: 2 },
    ),
    address: emptyOr(text(300)),
    worksIn: fc.uniqueArray(fc.record({ republic: fc.constantFrom(...codesOf(republics)), district: emptyOr(text(120)) }), {
      selector: ({ republic }) => republic,
      maxLength: 4,
    }),
    languages: fc.uniqueArray(fc.constantFrom(...codesOf(languages)), { maxLength: 4 }),
    expertise: fc.uniqueArray(expertise, { selector: ({ area }) => area, maxLength: 6 }),
    website: emptyOr(fc.constantFrom('https://bridge.example', 'http://bridge.example/o-nas?x=1')),
    contacts: fc.uniqueArray(contact, { selector: ({ channel }) => channel, maxLength: 3 }),
    safeContact: localised(1000, 0),
    legalFlags: fc.uniqueArray(
      fc.record({
        flag: fc.constantFrom(...legalFlagKinds),
        since: orNull(pastDay),
        recordedBy: fc.constantFrom('self' as const, 'coordinator' as const),
      }),
      { selector: ({ flag }) => flag, maxLength: 3 },
    ),
    audiences: fc.record(
      Object.fromEntries(fieldGroups.map((group) => [group, audience])) as Record<(typeof fieldGroups)[number], typeof audience>,
    ),
  })
  .map((profile) => Profile.parse(profile))

const circleOf = (letter: string) => CircleId.parse(`01K${letter.repeat(23)}`)
/** The circles that invented organisations belong to. */
export const circleIds = [circleOf('A'), circleOf('B'), circleOf('C')] as const

/** Valid organisations of every standing and of any of `circleIds`, assured between today (the story's day) and two years ago. */
export const organisations: fc.Arbitrary<Organisation> = fc
  .record({
    id: fc
      .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 25, maxLength: 25 })
      .map((characters) => OrganisationId.parse(`0${characters.join('')}`)),
    version: fc.integer({ min: 1, max: 50 }),
    standing: fc.oneof({ weight: 3, arbitrary: fc.constant('vetted' as const) }, fc.constantFrom(...standings)),
    profile: profiles,
    circles: fc.uniqueArray(fc.constantFrom(...circleIds), { maxLength: 2 }),
    // Also one that it does not belong to, as none may be stored but every reader must bear.
    audienceCircle: fc.option(fc.constantFrom(...circleIds), { nil: null }),
    daysSinceAssured: fc.oneof(fc.constantFrom(0, 90, 91, 180, 181, 365, 366), fc.integer({ min: 0, max: 730 })),
  })
  .map(({ daysSinceAssured, ...organisation }) =>
    Organisation.parse({
      ...organisation,
      assuredAt: new Date(Date.parse(storyTime) - daysSinceAssured * dayMs).toISOString(),
      createdAt: '2024-02-01T09:00:00.000Z',
    }),
  )

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
