import { loadOrganisation, saveOrganisation } from '@kunak/data/directory'
import { describe, expect, it } from 'vitest'
import { anOrganisation } from './an-organisation.ts'
import { fixedClock } from './fixed-clock.ts'
import { freshDatabase } from './fresh-database.ts'

const now = fixedClock('2026-11-22T09:00:00Z')

// Java starts slowly while other suites run.
const timeout = 60_000

describe('a fresh database', { timeout }, () => {
  it('keeps what is saved and knows nothing of its neighbour', async () => {
    await using database = await freshDatabase()
    await using neighbour = await freshDatabase()
    const organisation = anOrganisation()
    const event = { type: 'organisation_listed', actor: null, data: {} }

    await saveOrganisation(database, now(), { before: null, after: organisation, event })

    expect(await loadOrganisation(database, organisation.id)).toEqual(organisation)
    expect(await loadOrganisation(neighbour, organisation.id)).toBeNull()
  })

  it('starts again after the last of a suite has been disposed', async () => {
    await (await freshDatabase())[Symbol.asyncDispose]()
    await using again = await freshDatabase()
    expect(await loadOrganisation(again, anOrganisation().id)).toBeNull()
  })
})
