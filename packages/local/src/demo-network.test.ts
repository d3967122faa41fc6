import { freshnesses, standings } from '@kunak/contracts/directory'
import { loadOrganisations } from '@kunak/data/directory'
import { checkProfile, freshnessOf } from '@kunak/domain/directory'
import { fixedClock, freshDatabase } from '@kunak/testing'
import { codesOf, expertiseAreas, republics } from '@kunak/vocabulary'
import { describe, expect, it } from 'vitest'
import { demoId, demoProfile } from './demo/demo-organisation.ts'
import { demoOrganisations, demoPeople, loadDemoNetwork } from './demo-network.ts'

const now = fixedClock('2026-11-22T09:00:00Z')
const profiles = demoOrganisations.map((invented) => demoProfile(invented, now()))

describe('the demo network', () => {
  it('is loaded once, however often it is asked for', async () => {
    await using database = await freshDatabase()
    expect(await loadDemoNetwork(database, now())).toBe(demoOrganisations.length)
    expect(await loadDemoNetwork(database, now())).toBe(0)
  })

  it('shows every state of standing and freshness', async () => {
    await using database = await freshDatabase()
    await loadDemoNetwork(database, now())
    const loaded = await loadOrganisations(
      database,
      demoOrganisations.map(({ number }) => demoId(number)),
    )
    const seen = new Set(loaded.map(({ standing }) => standing))
    expect(standings.filter((standing) => !seen.has(standing))).toEqual(['left'])
    expect(new Set(loaded.map(({ assuredAt }) => freshnessOf(assuredAt, now())))).toEqual(new Set(freshnesses))
  })

  it('keeps the rules of a profile', () => {
    for (const profile of profiles) expect(checkProfile(profile, now())).toEqual([])
  })

  it('speaks of each organisation in Russian and in English, and says that it is invented', () => {
    for (const { names, description } of profiles) {
      expect(Object.keys(names)).toEqual(expect.arrayContaining(['ru', 'en']))
      expect(description['ru']).toContain('вымышленная')
      expect(description['en']).toContain('invented')
    }
  })

  it('reaches nobody: every address is under .example', () => {
    for (const { website, contacts } of profiles) {
      expect(website).toMatch(/^$|\.example$/)
      for (const { channel, value } of contacts) if (channel !== 'other') expect(value).toMatch(/\.example$/)
    }
  })

  it('works in every republic and leaves gaps on the map of expertise', () => {
    expect(new Set(profiles.flatMap(({ worksIn }) => worksIn.map(({ republic }) => republic)))).toEqual(
      new Set(codesOf(republics)),
    )
    const known = new Set(profiles.flatMap(({ expertise }) => expertise.map(({ area }) => area)))
    expect(codesOf(expertiseAreas).filter((area) => !known.has(area))).toEqual([])
  })

  it('has people only of its own organisations, with ids of their own', () => {
    const ids = new Set(demoOrganisations.map(({ number }) => demoId(number)))
    expect(new Set(demoPeople.map(({ identity }) => identity.personId)).size).toBe(demoPeople.length)
    for (const { identity } of demoPeople)
      for (const { organisationId } of identity.memberships) expect(ids).toContain(organisationId)
  })
})
