import { capacities, facets, freshnesses, levels, OrganisationQuery } from '@kunak/contracts/directory'
import type { Organisation } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { anonymous, aCoordinator, aMember, circleIds } from '@kunak/testing'
import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import fc from 'fast-check'

const words = [
  ...['мост', 'моста', 'Ёлка', 'елки', 'правозащита', 'женщины', 'женщинам', 'Кавказ', 'Kavkaz', 'горянка', 'goryanka', 'юристы'],
  ...['гӀалгӀай', 'г1алг1ай', 'bridge', 'bridgs', 'Defenders', 'of', 'Chechnya', 'Чечня', 'Чечне', 'Dagestan', 'law', 'Ore'],
  ...['حقوق', 'الانسان', 'insan', '인권', 'SUM', 'Махачкала', 'Mahachkala', 'чечен', 'ру', 'ch', 'Германия', 'мо', 'INVENTED'],
]
const some = (codes: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }))

/** Questions about invented organisations: words in several scripts, with slips and half-typed ones, and choices of facets. */
export const questions: fc.Arbitrary<OrganisationQuery> = fc
  .record({
    q: fc.array(fc.constantFrom(...words), { maxLength: 2 }).map((asked) => asked.join(' ')),
    republic: some(codesOf(republics)),
    expertise: some(codesOf(expertiseAreas)),
    level: some(levels),
    capacity: some(capacities),
    language: some(codesOf(languages)),
    legalForm: some(codesOf(legalForms)),
    freshness: some(freshnesses),
    limit: fc.integer({ min: 1, max: 5 }),
  })
  .map((question) => OrganisationQuery.parse(question))

/** Only words, so that something is found more often. */
export const wordQuestions = questions.map((question) => ({
  ...question,
  ...(Object.fromEntries(facets.map((facet) => [facet, []])) as Record<(typeof facets)[number], []>),
}))

/** The readers of a world: the public, the network, coordinators, people of its circles and people of one of its organisations. */
export function readersOf(world: readonly Organisation[]): Viewer[] {
  const [first] = world
  const [circle, another] = circleIds
  return [
    anonymous,
    aMember(),
    aCoordinator(),
    aMember(undefined, { circles: [circle] }),
    aMember(first?.id, { circles: [circle, another] }),
    aCoordinator({ circles: [another] }),
    ...(first
      ? [
          aMember(first.id),
          aMember(first.id, { isInNetwork: false }),
          aCoordinator({ memberships: aMember(first.id).memberships }),
        ]
      : []),
  ]
}
