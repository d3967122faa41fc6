import { type FieldGroup, fieldGroups, type Organisation, OrganisationQuery } from '@kunak/contracts/directory'
import type { Viewer } from '@kunak/contracts/identity'
import { canRead } from '@kunak/domain/identity'
import { viewOrganisation } from '@kunak/domain/directory'
import { freshDatabase, organisations, profiles, type TestDatabase } from '@kunak/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDirectory, type TestDirectory } from './a-directory.ts'
import { questions, readersOf, wordQuestions } from './questions.ts'

let shared: TestDatabase
beforeAll(async () => {
  shared = await freshDatabase()
})
afterAll(() => shared[Symbol.asyncDispose]())

const worlds = fc.uniqueArray(organisations, { selector: ({ id }) => id, minLength: 2, maxLength: 10 })
const asked = fc.array(fc.oneof(questions, wordQuestions), { minLength: 4, maxLength: 6 })

describe('what a reader may not see', () => {
  it.each(['before it is published', 'after it is published', 'after it has changed since'] as const)(
    'changes no byte of her answers, pages and map: %s',
    async (when) => {
      await fc.assert(
        fc.asyncProperty(
          worlds,
          fc.array(profiles, { minLength: 3, maxLength: 3 }),
          asked,
          async (world, earlier, questionsAsked) => {
            for (const viewer of readersOf(world).slice(0, 6)) {
              await using whole = await aDirectory()
              await using visible = await aDirectory()
              await fill(whole, { world, earlier, when })
              const seen = world.flatMap((organisation) => asSeenBy(viewer, organisation, whole.now()) ?? [])
              await fill(visible, { world: seen, earlier: [], when })
              expect(await everyAnswer(whole, viewer, questionsAsked)).toEqual(await everyAnswer(visible, viewer, questionsAsked))
            }
          },
        ),
        { numRuns: 6, seed: 20261122 },
      )
    },
  )
})

/** Puts a world in; where it is to have changed since, something else of the same organisations was published before. */
async function fill(
  directory: TestDirectory,
  { world, earlier, when }: { world: readonly Organisation[]; earlier: readonly Organisation['profile'][]; when: string },
): Promise<void> {
  if (when === 'after it has changed since')
    await directory.put(
      ...world.slice(0, earlier.length).map((organisation, at) => ({
        ...organisation,
        standing: 'vetted' as const,
        profile: earlier[at] ?? organisation.profile,
      })),
    )
  if (when !== 'before it is published') {
    if (when === 'after it is published') await directory.put(...world)
    await directory.publish()
  }
  if (when !== 'after it is published') await directory.put(...world)
  // Both worlds are read at one moment, whatever was published before.
  directory.now.moveTo('2026-11-22T12:00:00Z')
}

/** An organisation without anything that this reader may not see of it; null when for her it does not exist. */
function asSeenBy(viewer: Viewer, organisation: Organisation, now: Date): Organisation | null {
  const view = viewOrganisation(viewer, organisation, now)
  if (view === null) return null
  const { profile } = organisation
  const empty: Readonly<Record<FieldGroup, Partial<Organisation['profile']>>> = {
    names: {},
    description: { description: {} },
    registration: { legalForm: null, foundedYear: null, basedIn: null, identifiers: [] },
    address: { address: '' },
    work: { worksIn: [], languages: [] },
    expertise: { expertise: [] },
    website: { website: '' },
    contact: { safeContact: {} },
    legalFlags: { legalFlags: [] },
  }
  const hidden = fieldGroups.filter((group) => !canRead(viewer, profile.audiences[group], organisation))
  const seen = {
    ...organisation,
    profile: Object.assign({}, profile, ...hidden.map((group) => empty[group]), {
      contacts: profile.contacts.filter(({ audience }) => canRead(viewer, audience, organisation)),
    }) as Organisation['profile'],
  }
  expect(viewOrganisation(viewer, seen, now)).toEqual(view)
  return seen
}

async function everyAnswer(directory: TestDirectory, viewer: Viewer, asked: readonly OrganisationQuery[]): Promise<string[]> {
  const decoder = new TextDecoder()
  const answers = [decoder.decode((await directory.search.coverageEncoded(viewer)).json)]
  for (const question of asked) {
    let cursor: string | null | undefined
    do {
      const page = await directory.search.findEncoded(viewer, OrganisationQuery.parse({ ...question, ...(cursor && { cursor }) }))
      if (!page.ok) throw new Error(page.refusal.code)
      const json = decoder.decode(page.value.json)
      answers.push(`${page.value.etag} ${json}`)
      cursor = (JSON.parse(json) as { next: string | null }).next
    } while (cursor)
  }
  return answers
}
