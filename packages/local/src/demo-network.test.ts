import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { alertStates } from '@kunak/contracts/alerts'
import { freshnesses, standings } from '@kunak/contracts/directory'
import type { Database } from '@kunak/data'
import { forgetHelper, loadAlerts, loadAnswer } from '@kunak/data/alerts'
import { loadOrganisations, loadVouchingGraph } from '@kunak/data/directory'
import { eraseAccount, findPersonByMail, loadOrganisationPeople, loadPerson, secretsOf } from '@kunak/data/identity'
import { advanceAlert, alertAsOf, checkAlert, isForEverybody } from '@kunak/domain/alerts'
import { checkProfile, freshnessOf } from '@kunak/domain/directory'
import { fixedClock, freshDatabase } from '@kunak/testing'
import { codesOf, expertiseAreas, republics } from '@kunak/vocabulary'
import { describe, expect, it } from 'vitest'
import { demoAlertId, demoAlerts } from './demo/alerts.ts'
import { demoId, demoProfile } from './demo/demo-organisation.ts'
import { demoOrganisations, demoPeople, loadDemoNetwork } from './demo-network.ts'

const now = fixedClock('2026-11-22T09:00:00Z')
const secrets = secretsOf('a secret of the tests')
const profiles = demoOrganisations.map((invented) => demoProfile(invented, now()))

/** Who vouches for whom, and who is in which circles. */
async function tiesIn(database: Database) {
  const { organisations, vouches } = await loadVouchingGraph(database)
  const all = await loadOrganisations(
    database,
    organisations.map(({ id }) => id),
  )
  return { vouches, circles: all.map(({ id, circles, audienceCircle }) => ({ id, circles, audienceCircle })) }
}

describe('the demo network', () => {
  it('is loaded once, however often it is asked for', async () => {
    await using database = await freshDatabase()
    const all = { organisations: demoOrganisations.length, people: demoPeople.length }
    expect(await loadDemoNetwork({ database, secrets }, now())).toEqual(all)
    expect(await loadDemoNetwork({ database, secrets }, now())).toEqual({ organisations: 0, people: 0 })
  })

  it.each([
    ['vouches', demoOrganisations.length + 4],
    ['circles', demoOrganisations.length + 17],
  ])('is brought in whole by the next start where the %s were interrupted', async (_, mostChanges) => {
    await using whole = await freshDatabase()
    await loadDemoNetwork({ database: whole, secrets }, now())
    await using database = await freshDatabase()
    let changes = 0
    database.client.middlewareStack.add(
      (next, { commandName }) =>
        async (said) => {
          changes += String(commandName).startsWith('TransactWrite') ? 1 : 0
          if (changes > mostChanges) throw new Error('killed')
          return next(said)
        },
      { step: 'initialize', name: 'dying' },
    )
    await expect(loadDemoNetwork({ database, secrets }, now())).rejects.toThrow('killed')
    database.client.middlewareStack.remove('dying')
    await loadDemoNetwork({ database, secrets }, now())
    expect(await tiesIn(database)).toEqual(await tiesIn(whole))
  })

  it('has alerts in every state, ready as they would have to be, public ones among the open and the ended, and brings none twice', async () => {
    await using database = await freshDatabase()
    await loadDemoNetwork({ database, secrets }, now())
    await loadDemoNetwork({ database, secrets }, now())
    const all = demoAlerts(now())
    const loaded = await loadAlerts(
      { database, secrets },
      all.map(({ id }) => id),
    )
    expect(loaded).toEqual(all)
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(alertStates.filter((state) => state !== 'draft')))
    expect(all.flatMap(({ content }) => checkAlert(content, now()))).toEqual([])
    expect(all.filter((alert) => alert.state === 'active' && isForEverybody(alert)).length).toBeGreaterThanOrEqual(3)
    for (const audience of ['network', 'circle', 'coordinators'])
      expect(all.some(({ content, state }) => state === 'active' && content.audience === audience)).toBe(true)
    for (const { isExercise, content } of all.filter(isForEverybody))
      expect(content.summary['en']).toContain(isExercise ? 'exercise' : 'invented')
    const [first] = all
    expect(advanceAlert(first!, { now: now(), canHelp: 0 })).toBeNull()
    expect(all.map((alert) => alertAsOf(alert, now()).state)).toEqual(all.map(({ state }) => state))
  })

  it('shows every state of standing and freshness', async () => {
    await using database = await freshDatabase()
    await loadDemoNetwork({ database, secrets }, now())
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

  it('lets its people in by their mail addresses, each with the same place in her account and in her organisation', async () => {
    await using database = await freshDatabase()
    await loadDemoNetwork({ database, secrets }, now())
    const ids = new Set(demoOrganisations.map(({ number }) => demoId(number)))
    for (const { id, mail, name, memberships } of demoPeople) {
      const person = await findPersonByMail(database, secrets.fingerprintOfMail(mail.toUpperCase()))
      expect(person).toMatchObject({ id, memberships, passkeys: [], authenticator: null })
      expect([person!.mail, person!.name].map((sealed) => secrets.unseal(sealed!))).toEqual([mail, name])
      expect(mail).toMatch(/\.example$/)
      for (const { organisationId, role } of memberships) {
        expect(ids).toContain(organisationId)
        const { people } = await loadOrganisationPeople(database, organisationId)
        expect(people.filter(({ personId }) => personId === id)).toEqual([expect.objectContaining({ role })])
      }
    }
  })

  it('brings nobody back who has erased her account', async () => {
    await using database = await freshDatabase()
    await loadDemoNetwork({ database, secrets }, now())
    const { id, mail } = demoPeople[0]!
    for (const Key of [
      { pk: `PERSON#${id}`, sk: 'STATE' },
      { pk: `MAIL#${secrets.fingerprintOfMail(mail)}`, sk: 'PERSON' },
    ])
      await database.client.send(new DeleteCommand({ TableName: database.tables.identity, Key }))
    expect(await loadDemoNetwork({ database, secrets }, now())).toEqual({ organisations: 0, people: 0 })
    expect(await loadPerson(database, id)).toBeNull()
  })

  it('brings no answer back that went with an account', async () => {
    await using database = await freshDatabase()
    await loadDemoNetwork({ database, secrets }, now())
    const { id } = demoPeople.find(({ mail }) => mail.startsWith('kheda'))!
    const answered = () => loadAnswer({ database, secrets }, demoAlertId(8), id)
    expect(await answered()).toMatchObject({ answer: 'can_help' })
    await forgetHelper({ database, secrets }, now(), id)
    await eraseAccount(database, now(), { personId: id, hasLeft: async () => new Set() })
    await loadDemoNetwork({ database, secrets }, now())
    expect([await loadPerson(database, id), await answered()]).toEqual([null, null])
  })

  it('has coordinators of which any two belong to different vetted organisations, and more than one founding one', async () => {
    const standingOf = new Map(demoOrganisations.map(({ number, standing = 'vetted' }) => [demoId(number), standing]))
    const places = demoPeople.filter(({ isCoordinator }) => isCoordinator).map(({ memberships }) => memberships)
    const named = places.flat().map(({ organisationId }) => organisationId)
    expect(places.length).toBeGreaterThanOrEqual(3)
    expect(places.every((memberships) => memberships.length > 0)).toBe(true)
    expect(new Set(named).size).toBe(named.length)
    expect(named.map((id) => standingOf.get(id))).toEqual(named.map(() => 'vetted'))
    expect(demoOrganisations.filter(({ isFounding }) => isFounding).length).toBeGreaterThanOrEqual(2)
  })
})
