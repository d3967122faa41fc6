import { commit } from '@kunak/data'
import { organisationPeopleWrite, personWrites } from '@kunak/data/identity'
import { letterEvents } from '@kunak/domain/identity'
import { anOrganisation, aPersonOf, aProfile, aStoredPerson, everyGroup, storyTime } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from './a-post-office.ts'
import { decoded, travelled, withoutWhatMayDiffer } from './as-it-travels.ts'

let office: PostOffice
beforeAll(async () => void (office = await aPostOffice()))
afterAll(() => office[Symbol.asyncDispose]())

const peopleEach = 20
const newsEvents = Object.keys(letterEvents).filter((type) => type !== 'sign_in_asked')

/** A word that stands nowhere but in the world. */
const canary = fc.string({ unit: fc.constantFrom(...'бвгджзклмнпрстфхцчшщqzxjvkw'), minLength: 12, maxLength: 20 })
const aWorld = fc.record({
  canary,
  events: fc.uniqueArray(fc.constantFrom(...newsEvents), { minLength: 9, maxLength: 14 }),
  locales: fc.array(fc.constantFrom('ru' as const, 'en' as const), { minLength: peopleEach, maxLength: peopleEach }),
})
type World = typeof aWorld extends fc.Arbitrary<infer Of> ? Of : never

/** Puts an organisation with its people into the store, the word in each field that takes text, and lets the events happen. */
async function live({ canary: word, events, locales }: World): Promise<string[]> {
  const { database, now, secrets } = office
  const text = { ru: `${word} название`, en: `${word} name` }
  const organisation = anOrganisation({
    profile: aProfile({
      names: text,
      acronym: word,
      description: text,
      address: word,
      worksIn: [{ republic: 'RU-DA', district: word }],
      website: `https://${word.replaceAll(/[^a-z]/g, 'q')}.example`,
      contacts: [{ channel: 'other', value: word, audience: 'public' }],
      safeContact: text,
      identifiers: [{ scheme: 'other', value: word }],
      audiences: everyGroup('public'),
    }),
  })
  await office.put(organisation)
  const people = locales.map((locale) => {
    const someone = aPersonOf(organisation.id)
    return { someone, person: aStoredPerson(someone, secrets, { locale, name: secrets.seal(word) }) }
  })
  const [first] = people
  const guardians = people.slice(1, 3).map(({ person }) => person.id)
  await commit(database, now(), {
    writes: people.flatMap(({ person }) =>
      personWrites(database, null, person === first?.person ? { ...person, guardians } : person),
    ),
    events: [],
  })
  const members = people.map(({ person }) => ({ personId: person.id, role: 'steward' as const, since: storyTime }))
  await commit(database, now(), {
    writes: [organisationPeopleWrite(database, organisation.id, { version: 1, people: members })],
    events: events.map((type) => ({
      type,
      subject: `ORGANISATION#${organisation.id}`,
      actor: null,
      data: { personId: first?.person.id ?? '', guardianId: guardians[0] ?? '', why: 'code' },
    })),
  })
  return [word, word.replaceAll(/[^a-z]/g, 'q'), organisation.id, ...people.map(({ person }) => person.id)]
}

describe('news', () => {
  it('are the same bytes for every event in every world, and hold nothing of it', async () => {
    const seen = { ru: new Set<string>(), en: new Set<string>() }
    const kinds = new Set<string>()
    const lengths = new Set<number>()
    let messages = 0
    await fc.assert(
      fc.asyncProperty(aWorld, async (world) => {
        const before = office.sent.length
        const words = await live(world)
        await office.deliver()
        for (const type of world.events) kinds.add(type)
        const letters = office.sent.slice(before)
        expect(letters.length).toBeGreaterThan(0)
        for (const letter of letters) {
          const { raw, stopToken } = await travelled(letter, office.now())
          messages += 1
          lengths.add(stopToken.length)
          seen[letter.locale].add(withoutWhatMayDiffer(raw, stopToken))
          const text = decoded(raw.replace(/^To: .*$/m, ''))
          expect(words.filter((word) => text.includes(word) || text.toLowerCase().includes(word.toLowerCase()))).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
    expect(kinds.size).toBeGreaterThan(25)
    expect([seen.ru.size, seen.en.size, lengths.size]).toEqual([1, 1, 1])
    expect(messages).toBeGreaterThan(2000)
  }, 300_000)
})
