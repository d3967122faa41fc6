import type { OrganisationId, PersonId } from '@kunak/contracts'
import { type Account, mostMemberships, mostPeople, type Role, roles } from '@kunak/contracts/identity'
import { loadSubscribers } from '@kunak/data/alerts'
import { loadOrganisationPeople, loadPerson } from '@kunak/data/identity'
import { anApi, anOrganisation, aPerson, aPersonOf, fixedClock, mailOf, type Someone, type TestApi } from '@kunak/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'

/** One thing that somebody does; people and organisations by their number in the world. */
type Step =
  | { readonly does: 'invite'; readonly by: number; readonly at: number; readonly whom: number; readonly role: Role }
  | { readonly does: 'accept' | 'leave' | 'erase'; readonly by: number; readonly at: number }
  | { readonly does: 'remove' | 'handover'; readonly by: number; readonly at: number; readonly whom: number }
  | { readonly does: 'role'; readonly by: number; readonly at: number; readonly whom: number; readonly role: Role }

const peopleInAll = 5
const organisationsInAll = 2
const person = fc.nat({ max: peopleInAll - 1 })
const at = fc.nat({ max: organisationsInAll - 1 })
const role = fc.constantFrom(...roles)
const is = <const Does extends string>(does: Does) => fc.constant(does)
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: is('invite'), by: person, at, whom: person, role }) },
  { weight: 4, arbitrary: fc.record({ does: is('accept'), by: person, at }) },
  { weight: 2, arbitrary: fc.record({ does: is('role'), by: person, at, whom: person, role }) },
  { weight: 2, arbitrary: fc.record({ does: is('remove'), by: person, at, whom: person }) },
  { weight: 1, arbitrary: fc.record({ does: is('handover'), by: person, at, whom: person }) },
  { weight: 1, arbitrary: fc.record({ does: is('leave'), by: person, at }) },
  { weight: 1, arbitrary: fc.record({ does: is('erase'), by: person, at }) },
)

interface World {
  readonly house: TestApi
  readonly people: readonly Someone[]
  readonly ids: readonly OrganisationId[]
  readonly now: ReturnType<typeof fixedClock>
}

/** What the rules say, told a second time and simply: who has which role where, and who is invited. */
interface Model {
  readonly roles: Map<string, Role>
  readonly invited: Map<string, Role>
  readonly erased: Set<number>
}
const key = (at: number, who: number) => `${at} ${who}`
const stewardsOf = (model: Model, at: number) => [...model.roles].filter(([k, r]) => k.startsWith(`${at} `) && r === 'steward')

/** Whether the model allows a step; if so the model takes it. */
function take(model: Model, step: Step): boolean {
  const { by, at } = step
  const mine = model.roles.get(key(at, by))
  const isLast = (who: number) => model.roles.get(key(at, who)) === 'steward' && stewardsOf(model, at).length === 1
  switch (step.does) {
    case 'invite':
      if (mine !== 'steward') return false
      if (!model.erased.has(step.whom)) model.invited.set(key(at, step.whom), step.role)
      return true
    case 'accept': {
      const invitedAs = model.invited.get(key(at, by))
      if (!invitedAs || mine) return false
      model.invited.delete(key(at, by))
      model.roles.set(key(at, by), invitedAs)
      return true
    }
    case 'role':
      if (mine !== 'steward' || !model.roles.has(key(at, step.whom))) return false
      if (step.role !== 'steward' && isLast(step.whom)) return false
      model.roles.set(key(at, step.whom), step.role)
      return true
    case 'remove':
    case 'leave': {
      const whom = 'whom' in step ? step.whom : by
      const may = whom === by ? mine !== undefined : mine === 'steward'
      if (!may || !model.roles.has(key(at, whom)) || isLast(whom)) return false
      model.roles.delete(key(at, whom))
      return true
    }
    case 'handover':
      if (mine !== 'steward' || step.whom === by || !model.roles.has(key(at, step.whom))) return false
      model.roles.set(key(at, step.whom), 'steward')
      model.roles.delete(key(at, by))
      return true
    case 'erase':
      for (let each = 0; each < organisationsInAll; each += 1)
        if (model.roles.get(key(each, by)) === 'steward' && stewardsOf(model, each).length === 1) return false
      for (let each = 0; each < organisationsInAll; each += 1) {
        model.roles.delete(key(each, by))
        model.invited.delete(key(each, by))
      }
      model.erased.add(by)
      return true
  }
}

/** Does a step over the API, as whoever she is by now; answers the status. */
async function act({ house, people, ids }: World, step: Step): Promise<number> {
  const by = people[step.by]
  const id = ids[step.at]
  const account = by && (await loadPerson(house.database, by.personId))
  if (!account || !id) return 404
  // Signing in must not put her back where the story began.
  const who = { ...by, memberships: account.memberships }
  const whomId = ('whom' in step ? people[step.whom] : by)?.personId ?? ''
  const organisation = `/api/v1/organisations/${id}`
  const ask = async (method: string, path: string, json?: unknown) =>
    (await house.ask(who, method, path, { ...(json !== undefined && { json }), stepUp: true })).status
  switch (step.does) {
    case 'invite':
      return ask('POST', `${organisation}/invitations`, { mail: mailOf(people[step.whom] ?? who), role: step.role })
    case 'accept': {
      const { invitations } = (await (await house.ask(who, 'GET', '/api/v1/account')).json()) as Account
      const invitation = invitations.find(({ organisationId }) => organisationId === id)
      return invitation ? ask('POST', `/api/v1/invitations/${invitation.id}/acceptance`) : 404
    }
    case 'role':
      return ask('PUT', `${organisation}/people/${whomId}`, { role: step.role })
    case 'remove':
    case 'leave':
      return ask('DELETE', `${organisation}/people/${whomId}`)
    case 'handover':
      return ask('POST', `${organisation}/handover`, { personId: whomId })
    case 'erase':
      return ask('DELETE', '/api/v1/account')
  }
}

/** What is stored, as the model would say it; on the way, that both sides of every place agree. */
async function rolesStored({ house, people, ids }: World): Promise<Map<string, Role>> {
  const stored = new Map<string, Role>()
  const accounts = await Promise.all(people.map(({ personId }) => loadPerson(house.database, personId)))
  for (const [at, id] of ids.entries()) {
    const inOrganisation = (await loadOrganisationPeople(house.database, id)).people
    expect(inOrganisation.length).toBeLessThanOrEqual(mostPeople)
    expect(
      inOrganisation.some(({ role: one }) => one === 'steward'),
      'an organisation has a steward',
    ).toBe(true)
    for (const [number, one] of people.entries()) {
      const role = inOrganisation.find(({ personId }) => personId === one.personId)?.role
      const mine = accounts[number]?.memberships.find(({ organisationId }) => organisationId === id)?.role
      expect(mine, 'an account and its organisation tell the same').toBe(role)
      if (role) stored.set(key(at, number), role)
    }
    expect(inOrganisation).toHaveLength([...stored.keys()].filter((one) => one.startsWith(`${at} `)).length)
  }
  for (const account of accounts) expect(account?.memberships.length ?? 0).toBeLessThanOrEqual(mostMemberships)
  const subscribers = await loadSubscribers(
    house.database,
    people.map(({ personId }) => personId),
  )
  const told = (id: PersonId) => subscribers.find(({ personId }) => personId === id)?.organisations ?? []
  for (const [n, { personId }] of people.entries())
    expect(told(personId), 'whoever tells people finds them where their accounts say').toEqual(
      (accounts[n]?.memberships ?? []).map(({ organisationId }) => organisationId).sort(),
    )
  return stored
}

async function aWorld(house: TestApi, now: World['now']): Promise<{ world: World; model: Model }> {
  const organisations = Array.from({ length: organisationsInAll }, () => anOrganisation())
  await house.put(...organisations)
  const ids = organisations.map(({ id }) => id)
  const stewards = ids.map((id) => aPersonOf(id))
  const people = [...stewards, ...Array.from({ length: peopleInAll - stewards.length }, () => aPerson())]
  for (const one of people) await house.ask(one, 'GET', '/api/v1/me')
  const model: Model = { roles: new Map(ids.map((_, at) => [key(at, at), 'steward'])), invited: new Map(), erased: new Set() }
  return { world: { house, people, ids, now }, model }
}

// Codes of authenticator apps count once, and nobody may ask too much at once: each step comes six minutes after the one before.
const pass = ({ now }: World) => now.moveTo(new Date(now().getTime() + 360_000).toISOString())
const isDone = (status: number) => status === 200 || status === 202

it('goes where the rules say, whatever people do one after another', { timeout: 120_000 }, async () => {
  const now = fixedClock('2026-11-22T09:00:00Z')
  await using house = await anApi({ now })
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 40, size: 'max' }), async (story) => {
      const { world, model } = await aWorld(house, now)
      for (const step of story) {
        if (model.erased.has(step.by)) continue
        pass(world)
        const isAllowed = take(model, step)
        expect(isDone(await act(world, step)), JSON.stringify(step)).toBe(isAllowed)
        expect(Object.fromEntries(await rolesStored(world))).toEqual(Object.fromEntries(model.roles))
      }
    }),
    { numRuns: 15 },
  )
})

it(
  'never leaves an organisation without a steward, nor an account at odds with it, when two do something at once',
  { timeout: 120_000 },
  async () => {
    const now = fixedClock('2026-11-22T09:00:00Z')
    await using house = await anApi({ now })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(steps, steps), { minLength: 10, maxLength: 20, size: 'max' }), async (story) => {
        const { world } = await aWorld(house, now)
        for (const [one, other] of story) {
          pass(world)
          // One person does one thing at a time: her proofs for two would be of the same code.
          const both = one.by === other.by ? [one] : [one, other]
          const statuses = await Promise.all(both.map((step) => act(world, step)))
          for (const status of statuses) expect(status).toBeLessThan(500)
          await rolesStored(world)
        }
      }),
      { numRuns: 15 },
    )
  },
)
