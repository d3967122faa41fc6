import type { OrganisationId } from '@kunak/contracts'
import type { Account, AccountExport, Invitations } from '@kunak/contracts/identity'
import { findPersonByMail, loadOrganisationPeople, loadPerson } from '@kunak/data/identity'
import {
  anApi,
  anOrganisation,
  aPerson,
  aPersonOf,
  fixedClock,
  mailOf,
  signInAs,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dump } from './dump.ts'

const now = fixedClock('2026-11-22T09:00:00Z')
const own = anOrganisation()
const steward = aPersonOf(own.id)
let house: TestApi
beforeEach(async () => {
  now.moveTo('2026-11-22T09:00:00Z')
  house = await anApi({ now })
  await house.put(own)
  await house.ask(steward, 'GET', '/api/v1/me')
})
afterEach(() => house[Symbol.asyncDispose]())

const accountOf = async (who: Someone) => (await (await house.ask(who, 'GET', '/api/v1/account')).json()) as Account
const erase = (who: Someone) => house.ask(who, 'DELETE', '/api/v1/account', { stepUp: true })
const invite = (mail: string) =>
  house.ask(steward, 'POST', `/api/v1/organisations/${own.id}/invitations`, { json: { mail, role: 'member' }, stepUp: true })
const peopleOf = async (id: OrganisationId) => (await loadOrganisationPeople(house.database, id)).people

describe('an account', () => {
  it('keeps what its owner says of herself, sealed', async () => {
    const member = aPersonOf(own.id, 'member')
    const said = { name: 'Канарейка Магомедова', locale: 'en', wantsLetters: false }
    expect((await house.ask(member, 'PUT', '/api/v1/account', { json: said })).status).toBe(200)
    expect(await accountOf(member)).toMatchObject({ ...said, mail: mailOf(member), isLocalMail: false })
    expect(await dump(house.database)).not.toContain('Канарейка')
    await house.ask(member, 'PUT', '/api/v1/account', { json: { ...said, name: ' ' } })
    expect((await accountOf(member)).name).toBeNull()
  })

  it('gives its owner everything that is kept about her, once she has proven who she is', async () => {
    const member = aPersonOf(own.id, 'member')
    await house.ask(member, 'PUT', '/api/v1/account', { json: { name: 'Асият', locale: 'ru', wantsLetters: true } })
    expect((await house.ask(member, 'GET', '/api/v1/account/export')).status).toBe(403)
    const exported = await house.ask(member, 'GET', '/api/v1/account/export', { stepUp: true })
    expect(exported.headers.get('content-disposition')).toContain('attachment')
    const kept = (await exported.json()) as AccountExport
    expect(kept).toMatchObject({
      account: { mail: mailOf(member), name: 'Асият', locale: 'ru', wantsLetters: true },
      organisations: [{ organisationId: own.id, role: 'member' }],
    })
    expect(kept.sessions.length).toBeGreaterThan(0)
    expect(kept.events.map(({ type }) => type)).toContain('preferences_set')
    expect(JSON.stringify(kept)).not.toMatch(/secret|nonce|fingerprint|publicKey/i)
  })
})

describe('erasing an account', () => {
  it('waits until her organisation has another steward, or is gone', async () => {
    const refused = await erase(steward)
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'last_steward'])
    expect(await loadPerson(house.database, steward.personId)).not.toBeNull()
    await house.ask(steward, 'POST', `/api/v1/organisations/${own.id}/removal`, { json: { doNotList: false }, stepUp: true })
    expect((await erase(steward)).status).toBe(200)
    expect(await loadPerson(house.database, steward.personId)).toBeNull()
  })

  it('leaves nothing of her behind: no address, name, fingerprint, session, place or invitation', async () => {
    const member = aPersonOf(own.id, 'member')
    const elsewhere = await signInAs(house.dependencies, now(), member)
    await house.ask(member, 'PUT', '/api/v1/account', { json: { name: 'Канарейка', locale: 'ru', wantsLetters: true } })
    await invite(mailOf(member))
    const before = await loadPerson(house.database, member.personId)
    const { mail = '', name = '', mailFingerprint = '', actorNonce = '' } = before ?? {}
    expect((await erase(member)).status).toBe(200)

    const left = await dump(house.database)
    for (const trace of [mailOf(member), 'Канарейка', mail, name ?? '', mailFingerprint, actorNonce])
      expect(left.includes(trace), trace).toBe(false)
    // Her id is in nothing but the history, whose entries nobody can tell to be hers.
    expect(left).not.toContain(`PERSON#${member.personId}","sk":"S`)
    expect(await findPersonByMail(house.database, before?.mailFingerprint ?? '')).toBeNull()
    expect((await peopleOf(own.id)).map(({ personId }) => personId)).toEqual([steward.personId])
    const list = await house.ask(steward, 'GET', `/api/v1/organisations/${own.id}/invitations`)
    expect(((await list.json()) as Invitations).invitations).toEqual([])
    const asBefore = await house.api.request('https://kunak.example/api/v1/account', { headers: { cookie: elsewhere } })
    expect(asBefore.status).toBe(401)
  })

  it('ends what a coordinator may do, at once', async () => {
    const coordinator = aPerson({ isCoordinator: true })
    const cookie = await signInAs(house.dependencies, now(), coordinator)
    const desk = () => house.api.request('https://kunak.example/api/v1/do-not-list', { headers: { cookie } })
    expect((await desk()).status).toBe(200)
    expect((await erase(coordinator)).status).toBe(200)
    expect((await desk()).status).toBe(401)
  })
})

describe('an invitation that nobody answers', () => {
  it('is over after 14 days, for both sides, before the store has forgotten it', async () => {
    const guest = aPerson()
    await house.ask(guest, 'GET', '/api/v1/me')
    await invite(mailOf(guest))
    const [invitation] = (await accountOf(guest)).invitations
    now.advanceDays(14)
    expect((await accountOf(guest)).invitations).toEqual([])
    const late = await house.ask(guest, 'POST', `/api/v1/invitations/${invitation?.id}/acceptance`)
    expect(late.status).toBe(404)
    const list = await house.ask(steward, 'GET', `/api/v1/organisations/${own.id}/invitations`)
    expect(((await list.json()) as Invitations).invitations).toEqual([])
  })

  it('carries the moment from which the store forgets it', async () => {
    await invite('nobody@post.example')
    const until = Math.ceil(Date.parse('2026-12-06T09:00:00Z') / 1000)
    expect(await dump(house.database)).toContain(`"expiresAt":${until}`)
  })
})
