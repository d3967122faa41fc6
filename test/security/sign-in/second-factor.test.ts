import { commit } from '@kunak/data'
import { loadPerson, personWrites } from '@kunak/data/identity'
import {
  aBrowser,
  anApi,
  anAuthenticatorCode,
  aPerson,
  aStoredPerson,
  enrolAuthenticator,
  type FixedClock,
  fixedClock,
  mailOf,
  proveMail,
  type Someone,
  type TestApi,
  type TestBrowser,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock: FixedClock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

const seconds = (count: number) => clock.moveTo(new Date(clock().getTime() + count * 1000).toISOString())

/** Somebody new, who has signed in by mail and added an authenticator app a minute ago. */
async function enrolled() {
  seconds(3600)
  const who = aPerson()
  const account = aStoredPerson(who, house.dependencies.secrets, { passkeys: [], authenticator: null })
  await commit(house.database, clock(), { writes: personWrites(house.database, null, account), events: [] })
  const browser = aBrowser(house)
  await proveMail(house, browser, mailOf(who))
  const added = await enrolAuthenticator(house, browser)
  seconds(60)
  return { who, browser, ...added }
}

async function proved(who: Someone): Promise<TestBrowser> {
  const browser = aBrowser(house)
  expect(await (await proveMail(house, browser, mailOf(who))).json()).toEqual({ next: 'second_factor' })
  return browser
}
const isSignedIn = async (browser: TestBrowser) => (await browser.ask('GET', '/sessions')).status === 200

describe('an authenticator app', () => {
  it('makes an enrolling session a full one under another token, and brings the recovery code this once', async () => {
    const { browser, recoveryCode, who } = await enrolled()
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(await isSignedIn(browser)).toBe(true)
    const person = await loadPerson(house.database, who.personId)
    expect(JSON.stringify(person)).not.toContain(recoveryCode)
    expect(await (await browser.ask('GET', '/authenticator')).json()).toMatchObject({ pending: null })
  })

  it('lets in after the mail, a step early or late, once for each code', async () => {
    const { who, secret } = await enrolled()
    for (const drift of [-30, 0, 30]) {
      const browser = await proved(who)
      const code = anAuthenticatorCode(new Date(clock().getTime() + drift * 1000), secret)
      expect((await browser.ask('POST', '/sign-in/authenticator', { code })).status).toBe(200)
      expect(await isSignedIn(browser)).toBe(true)
      expect(browser.cookie('__Host-a')).toBeUndefined()
      seconds(600)
      const again = await proved(who)
      expect((await again.ask('POST', '/sign-in/authenticator', { code })).status).toBe(401)
      seconds(600)
    }
  })

  it('lets one in of many that send the same code at once', async () => {
    const { who, secret } = await enrolled()
    const [one, other] = [await proved(who), await proved(who)]
    const code = anAuthenticatorCode(clock(), secret)
    const sent = [one, other, aBrowser(house, new Map(one.cookies))].map((browser) =>
      browser.ask('POST', '/sign-in/authenticator', { code }),
    )
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })

  it('is not asked for without the mail, nor for ever after it', async () => {
    const { who, secret } = await enrolled()
    const code = () => anAuthenticatorCode(clock(), secret)
    expect((await aBrowser(house).ask('POST', '/sign-in/authenticator', { code: code() })).status).toBe(401)
    const asked = aBrowser(house)
    await asked.ask('POST', '/sign-in', { mail: mailOf(who), locale: 'ru' })
    expect((await asked.ask('POST', '/sign-in/authenticator', { code: code() })).status).toBe(401)
    const browser = await proved(who)
    seconds(600)
    expect((await browser.ask('POST', '/sign-in/authenticator', { code: code() })).status).toBe(401)
  })

  it('is guessed at five times for one letter, and ten times an hour for one account', async () => {
    const { who, secret } = await enrolled()
    const wrong = { code: anAuthenticatorCode(new Date(clock().getTime() + 86_400_000), secret) }
    const statuses = []
    for (const _ of [1, 2, 3]) {
      const browser = await proved(who)
      for (let tries = 0; tries < 5; tries += 1)
        statuses.push((await browser.ask('POST', '/sign-in/authenticator', wrong)).status)
      const right = { code: anAuthenticatorCode(clock(), secret) }
      expect((await browser.ask('POST', '/sign-in/authenticator', right)).status).toBe(401)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(5).fill(429)])
  })

  it('is not removed while it is the only factor', async () => {
    const { browser } = await enrolled()
    const first = await browser.ask('DELETE', '/authenticator')
    expect(await first.json()).toMatchObject({ code: 'step_up_needed' })
  })

  it('begins with its first code: a wrong one leaves everything as it was', async () => {
    const who = aPerson()
    const account = aStoredPerson(who, house.dependencies.secrets, { passkeys: [], authenticator: null })
    await commit(house.database, clock(), { writes: personWrites(house.database, null, account), events: [] })
    const browser = aBrowser(house)
    await proveMail(house, browser, mailOf(who))
    await browser.ask('POST', '/authenticator')
    const refused = await browser.ask('POST', '/authenticator/confirmation', { code: '000000' })
    expect([refused.status, (await refused.json()).errors[0].code]).toEqual([422, 'wrong_code'])
    expect(await loadPerson(house.database, who.personId)).toMatchObject({ authenticator: null, version: 1 })
    const other = aBrowser(house)
    await proveMail(house, other, mailOf(who))
    expect((await other.ask('POST', '/authenticator/confirmation', { code: '000000' })).status).toBe(404)
  })
})

describe('mail alone', () => {
  it('adds no factor once there is one, not even in a session that began to enrol before', async () => {
    const who = aPerson()
    const account = aStoredPerson(who, house.dependencies.secrets, { passkeys: [], authenticator: null })
    await commit(house.database, clock(), { writes: personWrites(house.database, null, account), events: [] })
    const [mine, theirs] = [aBrowser(house), aBrowser(house)]
    await proveMail(house, mine, mailOf(who))
    await proveMail(house, theirs, mailOf(who))
    const { pending } = await (await theirs.ask('POST', '/authenticator')).json()
    await enrolAuthenticator(house, mine)
    const code = anAuthenticatorCode(clock(), pending.secret)
    expect((await theirs.ask('POST', '/authenticator/confirmation', { code })).status).toBe(401)
    expect(await isSignedIn(theirs)).toBe(false)
  })
})

describe('the recovery code', () => {
  it('gives, after the mail, a session in which new factors take the place of the lost ones, and ends all others', async () => {
    const { who, browser: lost, secret, recoveryCode } = await enrolled()
    const browser = await proved(who)
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ')
    expect(await (await browser.ask('POST', '/sign-in/recovery-code', { code: typed })).json()).toEqual({ next: 'enrol' })
    expect(await isSignedIn(browser)).toBe(false)
    expect(await isSignedIn(lost)).toBe(true)
    const fresh = await enrolAuthenticator(house, browser)
    expect([await isSignedIn(browser), await isSignedIn(lost)]).toEqual([true, false])
    seconds(600)
    const stranger = await proved(who)
    for (const code of [anAuthenticatorCode(clock(), secret), anAuthenticatorCode(new Date(clock().getTime() - 30_000), secret)])
      expect((await stranger.ask('POST', '/sign-in/authenticator', { code })).status).toBe(401)
    expect((await stranger.ask('POST', '/sign-in/recovery-code', { code: recoveryCode })).status).toBe(401)
    expect((await stranger.ask('POST', '/sign-in/recovery-code', { code: fresh.recoveryCode })).status).toBe(200)
  })

  it('stays good while nobody has enrolled by it, and the account stays as it is', async () => {
    const { who, secret, recoveryCode } = await enrolled()
    for (const _ of [1, 2])
      expect((await (await proved(who)).ask('POST', '/sign-in/recovery-code', { code: recoveryCode })).status).toBe(200)
    const browser = await proved(who)
    const code = anAuthenticatorCode(clock(), secret)
    expect((await browser.ask('POST', '/sign-in/authenticator', { code })).status).toBe(200)
  })

  it('is worth nothing without the mail', async () => {
    const { recoveryCode } = await enrolled()
    expect((await aBrowser(house).ask('POST', '/sign-in/recovery-code', { code: recoveryCode })).status).toBe(401)
  })
})
