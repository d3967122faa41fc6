import { commit } from '@kunak/data'
import { hashOf, newToken, personWrites, sessionWrites } from '@kunak/data/identity'
import {
  aBrowser,
  anApi,
  aPerson,
  aStoredPerson,
  type FixedClock,
  fixedClock,
  mailOf,
  proveMail,
  signInAs,
  type Someone,
  type TestApi,
  type TestBrowser,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock: FixedClock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

async function browserOf(who: Someone): Promise<TestBrowser> {
  const cookie = await signInAs(house.dependencies, clock(), who)
  return aBrowser(house, new Map([['__Host-s', cookie.split('=')[1] ?? '']]))
}
const minutes = (count: number) => clock.moveTo(new Date(clock().getTime() + count * 60_000).toISOString())
const statusOf = async (browser: TestBrowser) => (await browser.ask('GET', '/sessions')).status
const copyOf = ({ cookies }: TestBrowser) => aBrowser(house, new Map(cookies))
interface Listed {
  readonly sessions: { readonly id: string; readonly isThis: boolean; readonly device: string }[]
}
const listed = async (browser: TestBrowser): Promise<Listed['sessions']> => {
  const { sessions }: Listed = await (await browser.ask('GET', '/sessions')).json()
  return sessions
}

describe('a session', () => {
  it('is nobody’s on the very next request after it was ended, whoever still has its token', async () => {
    const who = aPerson()
    for (const end of ['sign out', 'end it from the list', 'end it from another', 'end all'] as const) {
      minutes(1)
      const [browser, other] = [await browserOf(who), await browserOf(who)]
      const stolen = copyOf(browser)
      expect(await statusOf(stolen)).toBe(200)
      const own = (await listed(browser)).find(({ isThis }) => isThis)
      if (end === 'sign out') await browser.ask('POST', '/sign-out')
      if (end === 'end it from the list') await browser.ask('DELETE', `/sessions/${own?.id}`)
      if (end === 'end it from another') await other.ask('DELETE', `/sessions/${own?.id}`)
      if (end === 'end all') await other.ask('DELETE', '/sessions?which=all')
      expect([end, await statusOf(stolen)]).toEqual([end, 401])
      if (end === 'sign out') expect(browser.cookie('__Host-s')).toBeUndefined()
    }
  })

  it('ends after half an hour without a request, and after twelve hours in any case', async () => {
    const who = aPerson()
    const [idle, busy] = [await browserOf(who), await browserOf(who)]
    minutes(29)
    expect([await statusOf(busy)]).toEqual([200])
    minutes(1)
    expect([await statusOf(idle), await statusOf(busy)]).toEqual([401, 200])
    for (let count = 0; count < 35; count += 1) {
      minutes(19)
      await statusOf(busy)
    }
    minutes(24)
    expect(await statusOf(busy)).toBe(200)
    minutes(1)
    expect(await statusOf(busy)).toBe(401)
  })

  it('is ended with all the others at once, however many they are', async () => {
    const who = aPerson()
    const browser = await browserOf(who)
    const tokens = Array.from({ length: 60 }, newToken)
    for (const token of tokens) {
      const at = clock().toISOString()
      const session = { id: hashOf(token), personId: who.personId, kind: 'full', via: 'passkey', device: 'other' } as const
      const writes = sessionWrites(house.database, { ...session, startedAt: at, lastSeenAt: at })
      await commit(house.database, clock(), { writes, events: [] })
    }
    expect(await listed(browser)).toHaveLength(61)
    const before = copyOf(browser)
    expect((await browser.ask('DELETE', '/sessions')).status).toBe(200)
    const statuses = await Promise.all(tokens.map((token) => statusOf(aBrowser(house, new Map([['__Host-s', token]])))))
    expect(new Set(statuses)).toEqual(new Set([401]))
    expect([await statusOf(browser), await statusOf(before)]).toEqual([200, 401])
    expect(await listed(browser)).toHaveLength(1)
  })

  it('is listed with its sort of device, for its owner alone, and nobody else can end it', async () => {
    const [one, other] = [await browserOf(aPerson()), await browserOf(aPerson())]
    const [own] = await listed(one)
    expect(own).toMatchObject({ isThis: true, device: 'computer' })
    expect((await other.ask('DELETE', `/sessions/${own?.id}`)).status).toBe(404)
    expect(await statusOf(one)).toBe(200)
  })

  it('of somebody who was signed in here before does not go on beside the new one', async () => {
    minutes(60)
    const [first, second] = [aPerson(), aPerson()]
    const browser = await browserOf(first)
    await signInAs(house.dependencies, clock(), second)
    const old = copyOf(browser)
    expect((await proveMail(house, browser, mailOf(second))).status).toBe(200)
    // Proving mail is not signing in yet.
    expect(await statusOf(old)).toBe(200)
  })

  it('that only enrols is nobody’s for everything else', async () => {
    minutes(60)
    const { secrets } = house.dependencies
    const bare = aPerson()
    const account = aStoredPerson(bare, secrets, { passkeys: [], authenticator: null })
    await commit(house.database, clock(), { writes: personWrites(house.database, null, account), events: [] })
    const browser = aBrowser(house)
    expect(await (await proveMail(house, browser, mailOf(bare))).json()).toEqual({ next: 'enrol' })
    expect(await (await browser.ask('GET', '/me')).json()).toMatchObject({
      isSignedIn: false,
      session: 'enrolling',
      hasSecondFactor: false,
    })
    for (const [method, path] of [
      ['GET', '/sessions'],
      ['DELETE', '/sessions'],
      ['POST', '/recovery-code'],
      ['GET', '/guardians'],
      ['GET', '/wards'],
      ['DELETE', '/recovery'],
    ] as const)
      expect([path, (await browser.ask(method, path)).status]).toEqual([path, 401])
    expect((await browser.ask('GET', '/authenticator')).status).toBe(200)
  })
})
