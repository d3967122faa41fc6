import { levels, OrganisationQuery } from '@kunak/contracts/directory'
import { codesOf, expertiseAreas, republics } from '@kunak/vocabulary'
import { chance, generateOrganisation } from './generate-organisations.ts'

export const questionKinds = ['exact', 'prefix', 'typo', 'facets', 'mixed'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Questions of one kind that nobody has asked before, the same ones in every run. Their words stand in the organisations. */
export function questionsOf(kind: QuestionKind, { size, count }: { size: number; count: number }): OrganisationQuery[] {
  const random = chance(questionKinds.indexOf(kind) + 1_000)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] ?? items[0]!
  const word = (shortest: number): string => {
    const { description, names } = generateOrganisation(Math.floor(random() * size)).profile
    const words = `${names['ru']} ${description['ru']} ${description['en']}`.split(' ').filter(({ length }) => length >= shortest)
    return pick(words)
  }
  const beginning = () => {
    const whole = word(5)
    return whole.slice(0, 2 + Math.floor(random() * Math.min(4, whole.length - 2)))
  }
  const mistyped = () => {
    const whole = word(6)
    const at = 1 + Math.floor(random() * (whole.length - 2))
    return whole.slice(0, at) + (random() < 0.5 ? 'ы' : '') + whole.slice(at + 1)
  }
  const facets = () => ({
    ...(random() < 0.7 && { republic: [pick(codesOf(republics)), pick(codesOf(republics))] }),
    ...(random() < 0.5 && { expertise: pick(codesOf(expertiseAreas)) }),
    ...(random() < 0.4 && { level: pick(levels) }),
    ...(random() < 0.3 && { capacity: pick(['open', 'limited'] as const) }),
  })
  const ask: Readonly<Record<QuestionKind, () => object>> = {
    exact: () => ({ q: `${word(4)} ${word(4)}`, ...(random() < 0.5 && { republic: pick(codesOf(republics)) }) }),
    prefix: () => ({ q: random() < 0.5 ? beginning() : `${word(4)} ${beginning()}` }),
    typo: () => ({ q: random() < 0.5 ? mistyped() : `${mistyped()} ${word(4)}` }),
    facets,
    mixed: () => ({ q: `${mistyped()} ${beginning()}`, ...facets() }),
  }
  return Array.from({ length: count }, (_, index) => OrganisationQuery.parse({ ...ask[kind](), limit: 20 + (index % 3) }))
}
