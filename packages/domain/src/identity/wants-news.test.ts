import { anOrganisation } from '@kunak/testing'
import { describe, expect, it } from 'vitest'
import { wantsNews } from './wants-news.ts'

const [vetted, frozen, left] = (['vetted', 'frozen', 'left'] as const).map((standing) => anOrganisation({ standing }))
const of = (...organisations: readonly (typeof vetted)[]) => ({
  memberships: organisations.flatMap((one) => (one ? [{ organisationId: one.id, role: 'member' as const }] : [])),
  wantsLetters: true,
  undeliverable: null,
})
const all = [vetted, frozen, left].filter((one) => one !== undefined)

describe('who wants news', () => {
  it.each([
    { name: 'somebody of an organisation', person: of(vetted), wants: true },
    { name: 'somebody who belongs to none any more', person: of(), wants: true },
    { name: 'somebody who said no', person: { ...of(vetted), wantsLetters: false }, wants: false },
    { name: 'somebody whose address bounced', person: { ...of(vetted), undeliverable: 'bounced' as const }, wants: false },
    { name: 'somebody who complained', person: { ...of(vetted), undeliverable: 'complained' as const }, wants: false },
    { name: 'somebody of a frozen organisation alone', person: of(frozen), wants: false },
    { name: 'somebody of a frozen one and one that has left', person: of(frozen, left), wants: false },
    { name: 'somebody of a frozen one and another', person: of(frozen, vetted), wants: true },
    { name: 'somebody whose organisation has left', person: of(left), wants: true },
  ])('$name: $wants', ({ person, wants }) => expect(wantsNews(person, all)).toBe(wants))
})
