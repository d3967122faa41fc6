import type { OrganisationId } from '@kunak/contracts'
import type { Account, Colleagues, Invitations, Role } from '@kunak/contracts/identity'
import { loadOrganisationPeople, loadPerson } from '@kunak/data/identity'
import {
  anApi,
  anOrganisation,
  aPerson,
  aPersonOf,
  aProfile,
  everyGroup,
  mailOf,
  signInAs,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let house: TestApi
beforeAll(async () => void (house = await anApi()))
afterAll(() => house[Symbol.asyncDispose]())

const json = async <Answer>(response: Response): Promise<Answer> => {
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  return (await response.json()) as Answer
}
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code
async function anOrganisationWith(...people: readonly Role[]): Promise<{ id: OrganisationId; people: Someone[] }> {
  const { id } = anOrganisation()
  await house.put(anOrganisation({ id, profile: aProfile({ audiences: everyGroup('network') }) }))
  const some = people.map((role) => aPersonOf(id, role))
  for (const one of some) await house.ask(one, 'GET', '/api/v1/me')
  return { id, people: some }
}
const invite = (who: Someone, id: OrganisationId, mail: string, role: Role = 'member') =>
  house.ask(who, 'POST', `/api/v1/organisations/${id}/invitations`, { json: { mail, role }, stepUp: true })
const accountOf = async (who: Someone) => json<Account>(await house.ask(who, 'GET', '/api/v1/account'))
/** Somebody as the test left her: her memberships are what her account says now, not what the builder said. */
async function asNow(who: Someone): Promise<Someone> {
  const person = await loadPerson(house.database, who.personId)
  return { ...who, memberships: person?.memberships ?? [] }
}
/** People and accounts tell the same. */
async function roleOf(id: OrganisationId, who: Someone): Promise<Role | null> {
  const inOrganisation = (await loadOrganisationPeople(house.database, id)).people.find(
    ({ personId }) => personId === who.personId,
  )
  const inAccount = (await loadPerson(house.database, who.personId))?.memberships.find(
    ({ organisationId }) => organisationId === id,
  )
  expect(inAccount?.role).toBe(inOrganisation?.role)
  return inAccount?.role ?? null
}

describe('an invitation', () => {
  it('is answered with the same bytes whoever the address belongs to', async () => {
    const { id, people } = await anOrganisationWith('steward', 'member')
    const [steward, member] = people as [Someone, Someone]
    const somebody = aPerson()
    await house.ask(somebody, 'GET', '/api/v1/me')
    const mails = ['nobody@post.example', mailOf(somebody), mailOf(member), 'nobody@post.example', mailOf(steward)]
    const answers = []
    for (const mail of mails) {
      const answer = await invite(steward, id, mail)
      answers.push(`${answer.status} ${await answer.text()}`)
    }
    expect(new Set(answers)).toEqual(new Set(['202 {"status":"invited"}']))
    const { invitations } = await json<Invitations>(await house.ask(steward, 'GET', `/api/v1/organisations/${id}/invitations`))
    expect(invitations.map(({ mail }) => mail).sort()).toEqual([...new Set(mails)].sort())
  })

  it('shows on the account of whom it is for, however the address was typed, and lets her in once', async () => {
    const { id, people } = await anOrganisationWith('steward')
    const [steward] = people as [Someone]
    const guest = aPerson()
    await house.ask(guest, 'GET', '/api/v1/me')
    await invite(steward, id, mailOf(guest).toUpperCase(), 'signatory')
    const [invitation] = (await accountOf(guest)).invitations
    expect(invitation).toMatchObject({ organisationId: id, role: 'signatory', isOwn: false, isApplication: false })
    expect((await house.ask(guest, 'GET', `/api/v1/organisations/${id}`)).status).toBe(404)

    const accept = () => house.ask(guest, 'POST', `/api/v1/invitations/${invitation?.id}/acceptance`)
    const answers = await Promise.all([accept(), accept(), accept()])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await roleOf(id, guest)).toBe('signatory')
    expect((await house.ask(await asNow(guest), 'GET', `/api/v1/organisations/${id}`)).status).toBe(200)
    expect((await accountOf(await asNow(guest))).invitations).toEqual([])
  })

  it('to somebody who belongs already cannot be accepted, and says so to her alone', async () => {
    const { id, people } = await anOrganisationWith('steward', 'member')
    const [steward, member] = people as [Someone, Someone]
    await invite(steward, id, mailOf(member), 'steward')
    const [invitation] = (await accountOf(member)).invitations
    expect(invitation?.isOwn).toBe(true)
    const refused = await house.ask(member, 'POST', `/api/v1/invitations/${invitation?.id}/acceptance`)
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'already_member'])
    expect(await roleOf(id, member)).toBe('member')
    expect((await house.ask(member, 'POST', `/api/v1/invitations/${invitation?.id}/decline`)).status).toBe(200)
    expect((await accountOf(member)).invitations).toEqual([])
  })

  it('is nobody else’s, and not there any more once it is withdrawn', async () => {
    const { id, people } = await anOrganisationWith('steward')
    const [steward] = people as [Someone]
    const [guest, stranger] = [aPerson(), aPerson()]
    await house.ask(guest, 'GET', '/api/v1/me')
    await invite(steward, id, mailOf(guest))
    const [invitation] = (await accountOf(guest)).invitations
    const path = `/api/v1/invitations/${invitation?.id}/acceptance`
    expect((await house.ask(stranger, 'POST', path)).status).toBe(404)
    expect((await house.ask(steward, 'POST', path)).status).toBe(404)
    const withdraw = () => house.ask(steward, 'DELETE', `/api/v1/organisations/${id}/invitations/${invitation?.id}`)
    expect((await withdraw()).status).toBe(200)
    expect((await withdraw()).status).toBe(404)
    expect((await house.ask(guest, 'POST', path)).status).toBe(404)
  })

  it('asks for a proof that it is she', async () => {
    const { id, people } = await anOrganisationWith('steward')
    const unproven = await house.ask(people[0] ?? null, 'POST', `/api/v1/organisations/${id}/invitations`, {
      json: { mail: 'nobody@post.example', role: 'member' },
    })
    expect([unproven.status, await codeOf(unproven)]).toEqual([403, 'step_up_needed'])
  })

  it('names an address that is none', async () => {
    const { id, people } = await anOrganisationWith('steward')
    const refused = await invite(people[0] ?? aPerson(), id, 'not an address')
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ field: '/mail', code: 'not_a_mail_address' }] })
  })
})

describe('the people of an organisation', () => {
  it('see each other’s names; a coordinator sees names and roles, others nothing', async () => {
    const { id, people } = await anOrganisationWith('steward', 'member')
    const [steward, member] = people as [Someone, Someone]
    await house.ask(steward, 'PUT', '/api/v1/account', { json: { name: 'Зайнаб', locale: 'ru', wantsLetters: true } })
    const path = `/api/v1/organisations/${id}/people`
    const seen = await json<Colleagues>(await house.ask(member, 'GET', path))
    expect(seen.people.map(({ name, role, isYou }) => [name, role, isYou])).toEqual([
      ['Зайнаб', 'steward', false],
      [null, 'member', true],
    ])
    const desk = await json<Colleagues>(await house.ask(aPerson({ isCoordinator: true }), 'GET', path))
    expect(desk.people).toEqual([
      { name: 'Зайнаб', role: 'steward', isYou: false },
      { name: null, role: 'member', isYou: false },
    ])
    expect((await house.ask(aPerson(), 'GET', path)).status).toBe(404)
    const other = await anOrganisationWith('steward')
    expect((await house.ask(other.people[0] ?? null, 'GET', path)).status).toBe(403)
  })

  it('change roles by a steward, with a proof, and keep one steward', async () => {
    const { id, people } = await anOrganisationWith('steward', 'member')
    const [steward, member] = people as [Someone, Someone]
    const give = (who: Someone, whom: Someone, role: Role, stepUp = true) =>
      house.ask(who, 'PUT', `/api/v1/organisations/${id}/people/${whom.personId}`, { json: { role }, stepUp })
    expect(await codeOf(await give(steward, steward, 'member'))).toBe('last_steward')
    expect(await codeOf(await give(steward, member, 'steward', false))).toBe('step_up_needed')
    expect(await codeOf(await give(member, member, 'steward'))).toBe('not_yours')
    expect((await give(steward, member, 'steward')).status).toBe(200)
    expect(await roleOf(id, member)).toBe('steward')
    expect((await give(steward, steward, 'member')).status).toBe(200)
    expect(await roleOf(id, steward)).toBe('member')
  })

  it('lose what they could read with their next request once they are removed', async () => {
    const { id, people } = await anOrganisationWith('steward', 'member')
    const [steward, member] = people as [Someone, Someone]
    const profile = `/api/v1/organisations/${id}/profile`
    const cookie = await signInAs(house.dependencies, house.dependencies.now(), member)
    const asBefore = () => house.api.request(new URL(profile, 'https://kunak.example'), { headers: { cookie } })
    expect((await asBefore()).status).toBe(200)
    expect((await house.ask(steward, 'DELETE', `/api/v1/organisations/${id}/people/${member.personId}`)).status).toBe(200)
    expect((await asBefore()).status).toBe(404)
    expect(await roleOf(id, member)).toBeNull()
  })

  it('leave, but not as the last steward, who hands over and leaves in one', async () => {
    const { id, people } = await anOrganisationWith('steward', 'member')
    const [steward, member] = people as [Someone, Someone]
    const leave = (who: Someone) => house.ask(who, 'DELETE', `/api/v1/organisations/${id}/people/${who.personId}`)
    expect(await codeOf(await leave(steward))).toBe('last_steward')
    const unproven = await house.ask(steward, 'POST', `/api/v1/organisations/${id}/handover`, {
      json: { personId: member.personId },
    })
    expect([unproven.status, await codeOf(unproven)]).toEqual([403, 'step_up_needed'])
    const handed = await house.ask(steward, 'POST', `/api/v1/organisations/${id}/handover`, {
      json: { personId: member.personId },
      stepUp: true,
    })
    expect(handed.status).toBe(200)
    expect([await roleOf(id, steward), await roleOf(id, member)]).toEqual([null, 'steward'])
  })

  it(
    'keep a steward when two stewards remove each other at once: one wins, the other hears why not',
    { timeout: 60_000 },
    async () => {
      for (let round = 0; round < 100; round += 1) {
        const { id, people } = await anOrganisationWith('steward', 'steward')
        const [one, other] = people as [Someone, Someone]
        const remove = (who: Someone, whom: Someone) =>
          house.ask(who, 'DELETE', `/api/v1/organisations/${id}/people/${whom.personId}`)
        const answers = await Promise.all([remove(one, other), remove(other, one)])
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        const lost = answers.find(({ status }) => status !== 200)
        expect(['people_changed', 'not_found']).toContain(await lost?.json().then(({ code }: { code: string }) => code))
        const left = (await loadOrganisationPeople(house.database, id)).people
        expect(left.map(({ role }) => role)).toEqual(['steward'])
      }
    },
  )
})
