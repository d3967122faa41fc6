import { commit } from '@kunak/data'
import { invitationWrites, loadPerson, personWrites } from '@kunak/data/identity'
import { InvitationId, newUlid } from '@kunak/contracts'
import {
  aBrowser,
  anApi,
  anAuthenticatorCode,
  anOrganisationId,
  aPerson,
  aStoredPerson,
  enrolAuthenticator,
  type FixedClock,
  fixedClock,
  letterFor,
  mailOf,
  proveMail,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dump } from '../dump.ts'

const clock: FixedClock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

const minutes = (count: number) => clock.moveTo(new Date(clock().getTime() + count * 60_000).toISOString())

async function newcomer(mail?: string) {
  minutes(60)
  const { secrets } = house.dependencies
  const who = aPerson()
  const address = mail === undefined ? {} : { mail: secrets.seal(mail), mailFingerprint: secrets.fingerprintOfMail(mail) }
  const account = aStoredPerson(who, secrets, { passkeys: [], authenticator: null, ...address })
  await commit(house.database, clock(), { writes: personWrites(house.database, null, account), events: [] })
  return who
}

async function invite(mail: string) {
  const { secrets } = house.dependencies
  const invitation = {
    id: InvitationId.parse(newUlid(clock().getTime())),
    organisationId: anOrganisationId(),
    role: 'member',
    mail: secrets.seal(mail),
    mailFingerprint: secrets.fingerprintOfMail(mail),
    invitedAt: clock().toISOString(),
    until: new Date(clock().getTime() + 86_400_000).toISOString(),
    isApplication: false,
  } as const
  await commit(house.database, clock(), { writes: invitationWrites(house.database, invitation), events: [] })
}

/** Each is a fault that some library for signing in was published with. */
describe('faults of others are not ours:', () => {
  it('tokens at rest that can be used (a dump of the store opens nothing and names nobody)', async () => {
    const who = await newcomer()
    const browser = aBrowser(house)
    await browser.ask('POST', '/sign-in', { mail: mailOf(who), locale: 'ru' })
    const letter = letterFor(house, browser)
    const asking = browser.cookie('__Host-a') ?? ''
    const held = [await dump(house.database)]
    await browser.ask('POST', '/sign-in/confirmation', { code: letter.code })
    const { secret, recoveryCode } = await enrolAuthenticator(house, browser)
    const session = browser.cookie('__Host-s') ?? ''
    held.push(await dump(house.database))
    const bare = recoveryCode.replaceAll('-', '')
    for (const what of [letter.token, letter.code, asking, session, secret, recoveryCode, bare, mailOf(who)]) {
      expect(what.length).toBeGreaterThan(7)
      for (const everything of held) expect(everything).not.toContain(what)
    }
  })

  it('the key under which a token is kept taken for the token', async () => {
    const who = await newcomer()
    const browser = aBrowser(house)
    await proveMail(house, browser, mailOf(who))
    const { secret } = await enrolAuthenticator(house, browser)
    const { sessions } = await (await browser.ask('GET', '/sessions')).json()
    const thief = aBrowser(house, new Map([['__Host-s', sessions[0].id]]))
    expect((await thief.ask('GET', '/sessions')).status).toBe(401)
    expect(secret).toHaveLength(32)
  })

  it('a session fixed beforehand: the token is another after each proof, and one that was made up is worth nothing', async () => {
    const who = await newcomer()
    const planted = new Map([
      ['__Host-s', 'A'.repeat(43)],
      ['__Host-a', 'B'.repeat(43)],
    ])
    const browser = aBrowser(house, new Map(planted))
    await proveMail(house, browser, mailOf(who))
    const enrolling = browser.cookie('__Host-s')
    await enrolAuthenticator(house, browser)
    const full = browser.cookie('__Host-s')
    expect(new Set([planted.get('__Host-s'), enrolling, full]).size).toBe(3)
    for (const token of [planted.get('__Host-s'), enrolling])
      expect((await aBrowser(house, new Map([['__Host-s', token ?? '']])).ask('GET', '/sessions')).status).toBe(401)
  })

  it('a way out to another site after signing in: nothing that is sent chooses where it goes on', async () => {
    const who = await newcomer()
    const browser = aBrowser(house)
    const asked = await browser.ask('POST', '/sign-in', { mail: mailOf(who), locale: 'ru', next: 'https://evil.example' })
    expect(asked.status).toBe(422)
    await browser.ask('POST', '/sign-in?next=//evil.example', { mail: mailOf(who), locale: 'ru' })
    const proof = { code: letterFor(house, browser).code, redirect: '//evil.example' }
    expect((await browser.ask('POST', '/sign-in/confirmation', proof)).status).toBe(422)
    const answer = await browser.ask('POST', '/sign-in/confirmation?next=//evil.example', { code: proof.code })
    expect([answer.headers.get('location'), await answer.json()]).toEqual([null, { next: 'enrol' }])
  })

  it('a link poisoned by a Host header: what is kept of an asking names no host at all', async () => {
    const who = await newcomer()
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    const browser = aBrowser(house)
    expect((await browser.ask('POST', '/sign-in', { mail: mailOf(who), locale: 'ru' }, headers)).status).toBe(202)
    expect(await dump(house.database)).not.toContain('evil.example')
  })

  it.each([
    ['Anna@Post.Example', 'anna@post.example'],
    ['\uFF41nna2@post.example', 'anna2@post.example'],
    ['anna3@post.example ', 'anna3@post.example'],
  ])('two accounts for one mailbox, written in another way: %s', async (first, second) => {
    minutes(60)
    await invite(first)
    await invite(second)
    const browser = aBrowser(house)
    expect(await (await proveMail(house, browser, first)).json()).toEqual({ next: 'enrol' })
    await enrolAuthenticator(house, browser)
    expect(await (await proveMail(house, aBrowser(house), second)).json()).toEqual({ next: 'second_factor' })
  })

  it('letters that look alike taken for the same: a dotless i is another mailbox', async () => {
    await newcomer('igor@post.example')
    const browser = aBrowser(house)
    expect(await (await proveMail(house, browser, '\u0131gor@post.example')).json()).toEqual({ next: 'nothing_here' })
  })

  it('codes guessed across many letters: an address has five letters, then one in ten minutes, so 25 tries, then 5', async () => {
    const who = await newcomer()
    let tries = 0
    for (let letter = 0; letter < 8; letter += 1) {
      const browser = aBrowser(house)
      const asked = await browser.ask('POST', '/sign-in', { mail: mailOf(who), locale: 'ru' })
      if (asked.status !== 202) continue
      for (let guess = 0; guess < 5; guess += 1) {
        await browser.ask('POST', '/sign-in/confirmation', { code: `${guess}`.padStart(8, '9') })
        tries += 1
      }
    }
    expect(tries).toBe(25)
  })

  it('an account made by asking: only who is invited comes to have one, with the address that was invited', async () => {
    minutes(60)
    await invite('Guest@Post.Example')
    const browser = aBrowser(house)
    expect(await (await proveMail(house, browser, 'guest@post.example')).json()).toEqual({ next: 'enrol' })
    await enrolAuthenticator(house, browser)
    const { sessions } = await (await browser.ask('GET', '/sessions')).json()
    expect(sessions).toHaveLength(1)
    const me = await (await browser.ask('GET', '/me')).json()
    expect(me).toMatchObject({ isSignedIn: true, isInNetwork: false, isCoordinator: false, memberships: [] })
  })

  it('a second factor that can be skipped by going straight to what comes after it', async () => {
    const who = await newcomer()
    const first = aBrowser(house)
    await proveMail(house, first, mailOf(who))
    await enrolAuthenticator(house, first)
    minutes(60)
    const browser = aBrowser(house)
    await proveMail(house, browser, mailOf(who))
    for (const [method, path] of [
      ['GET', '/sessions'],
      ['POST', '/authenticator'],
      ['POST', '/recovery-code'],
      ['GET', '/authenticator'],
      ['POST', '/guardians'],
    ] as const)
      expect([path, (await browser.ask(method, path, method === 'POST' ? {} : undefined)).status]).not.toEqual([path, 200])
    expect(await (await browser.ask('GET', '/me')).json()).toMatchObject({ isSignedIn: false, session: 'none' })
    expect(await loadPerson(house.database, who.personId)).toMatchObject({ version: 2 })
  })

  it('a code of the app that is good for any account', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const secrets = []
    for (const who of [one, other]) {
      const browser = aBrowser(house)
      await proveMail(house, browser, mailOf(who))
      secrets.push((await enrolAuthenticator(house, browser)).secret)
    }
    minutes(1)
    const browser = aBrowser(house)
    await proveMail(house, browser, mailOf(one))
    const code = anAuthenticatorCode(clock(), secrets[1] ?? '')
    expect((await browser.ask('POST', '/sign-in/authenticator', { code })).status).toBe(401)
  })
})
