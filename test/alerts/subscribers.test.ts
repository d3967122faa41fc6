import { commit } from '@kunak/data'
import { listCoordinators, loadAllSubscribers, loadSubscription, subscriptionWrite } from '@kunak/data/alerts'
import { personWrites, secretsOf } from '@kunak/data/identity'
import { defaultSubscription } from '@kunak/domain/alerts'
import type { Person } from '@kunak/contracts/identity'
import { anOrganisationId, aPerson, aStoredPerson, freshDatabase, storyTime, type TestDatabase } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const now = new Date(storyTime)
const secrets = secretsOf('a secret of the tests')
let database: TestDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database[Symbol.asyncDispose]())

async function change(before: Person | null, said: Partial<Person>): Promise<Person> {
  const stored = before ?? aStoredPerson(aPerson(), secrets)
  const after = { ...stored, ...said, version: before ? before.version + 1 : 1 }
  expect((await commit(database, now, { writes: personWrites(database, before, after), events: [] })).ok).toBe(true)
  return after
}
const found = async ({ id }: Person) => (await loadAllSubscribers(database)).find(({ personId }) => personId === id)

describe('a subscriber', () => {
  const organisationId = anOrganisationId()
  const memberships = [{ organisationId, role: 'member' as const }]

  it('is whoever belongs to an organisation, from then on, and as her account says', async () => {
    const alone = await change(null, { memberships: [] })
    expect(await found(alone)).toBeUndefined()
    const joined = await change(alone, { memberships })
    expect(await found(joined)).toMatchObject({ organisations: [organisationId], takesMail: true, isCoordinator: false })
    const stopped = await change(joined, { wantsLetters: false })
    expect(await found(stopped)).toMatchObject({ takesMail: false })
    const bounced = await change(stopped, { wantsLetters: true, undeliverable: 'bounced' })
    expect(await found(bounced)).toMatchObject({ takesMail: false })
    const left = await change(bounced, { memberships: [] })
    expect(await found(left)).toMatchObject({ organisations: [] })
  })

  it('keeps what she has chosen, whatever her account becomes', async () => {
    const person = await change(null, { memberships })
    const usual = defaultSubscription(person.id)
    expect(await loadSubscription(database, person.id)).toEqual(usual)
    const chosen = { ...usual, rules: [], digestHour: 20, timeZone: 'Asia/Tbilisi', isChosen: true }
    await commit(database, now, { writes: [subscriptionWrite(database, chosen)], events: [] })
    const left = await change(person, { memberships: [], wantsLetters: false })
    await change(left, { memberships })
    expect(await loadSubscription(database, person.id)).toEqual(chosen)
    expect((await found(person))?.subscription).toEqual(chosen)
  })

  it('is on the list of coordinators while she is one', async () => {
    const person = await change(null, { memberships: [], isCoordinator: true })
    expect(await listCoordinators(database)).toContain(person.id)
    expect(await found(person)).toMatchObject({ isCoordinator: true })
    await change(person, { isCoordinator: false })
    expect(await listCoordinators(database)).not.toContain(person.id)
  })
})
