import { loadPerson, savePerson } from '@kunak/data/identity'
import {
  aBrowser,
  anApi,
  aPerson,
  enrolAuthenticator,
  type FixedClock,
  fixedClock,
  mailOf,
  proveMail,
  signInAs,
  type Someone,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const clock: FixedClock = fixedClock('2026-11-22T09:00:00Z')
let house: TestApi
beforeAll(async () => void (house = await anApi({ now: clock })))
afterAll(() => house[Symbol.asyncDispose]())

const hours = (count: number) => clock.moveTo(new Date(clock().getTime() + count * 3_600_000).toISOString())
const ask = (who: Someone, method: string, path: string, json?: unknown) =>
  house.ask(who, method, `/api/v1${path}`, { stepUp: true, ...(json !== undefined && { json }) })

/** Two people become her guardians, as they do over the API. */
async function withGuardians() {
  hours(24)
  const [owner, one, other] = [aPerson(), aPerson(), aPerson()]
  for (const who of [owner, one, other]) await signInAs(house.dependencies, clock(), who)
  for (const guardian of [one, other]) {
    expect((await ask(owner, 'POST', '/guardians', { mail: mailOf(guardian).toUpperCase() })).status).toBe(202)
    const { requests } = await (await ask(guardian, 'GET', '/wards')).json()
    expect(requests).toMatchObject([{ who: mailOf(owner) }])
    expect((await ask(guardian, 'POST', `/guardian-requests/${requests[0].id}/acceptance`)).status).toBe(200)
  }
  return { owner, one, other }
}

/** Proves her mail and asks her guardians. */
async function start(owner: Someone) {
  const browser = aBrowser(house)
  expect(await (await proveMail(house, browser, mailOf(owner))).json()).toEqual({ next: 'second_factor' })
  return { browser, answer: await browser.ask('POST', '/sign-in/recovery') }
}

describe('guardians', () => {
  it('agree before they are any, may decline, and can be taken back', async () => {
    const { owner, one, other } = await withGuardians()
    const { guardians } = await (await ask(owner, 'GET', '/guardians')).json()
    expect(guardians.map(({ who }: { who: string }) => who)).toEqual([mailOf(one), mailOf(other)])
    expect((await ask(owner, 'POST', '/guardians', { mail: 'third@post.example' })).status).toBe(409)
    expect((await ask(owner, 'DELETE', `/guardians/${one.personId}`)).status).toBe(200)
    expect(await (await ask(one, 'GET', '/wards')).json()).toEqual({ requests: [], wards: [] })
    await ask(owner, 'POST', '/guardians', { mail: mailOf(one) })
    const { requests } = await (await ask(one, 'GET', '/wards')).json()
    expect((await ask(other, 'POST', `/guardian-requests/${requests[0].id}/acceptance`)).status).toBe(404)
    expect((await ask(one, 'DELETE', `/guardian-requests/${requests[0].id}`)).status).toBe(200)
    expect(await (await ask(owner, 'GET', '/guardians')).json()).toMatchObject({ asked: [], guardians: [{ who: mailOf(other) }] })
  })

  it('give the account back together, 72 hours after she asked, and not before', async () => {
    const { owner, one, other } = await withGuardians()
    expect((await start(owner)).answer.status).toBe(200)
    for (const guardian of [one, other]) {
      expect((await (await ask(guardian, 'GET', '/wards')).json()).wards[0].recovery.isReady).toBe(false)
      expect((await ask(guardian, 'POST', `/wards/${owner.personId}/confirmation`)).status).toBe(200)
    }
    hours(71.9)
    const early = await start(owner)
    expect(await early.answer.json()).toEqual({ next: 'second_factor' })
    expect(early.browser.cookie('__Host-s')).toBeUndefined()
    hours(0.1)
    const { browser, answer } = await start(owner)
    expect(await answer.json()).toEqual({ next: 'enrol' })
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
    await enrolAuthenticator(house, browser)
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
    expect(await loadPerson(house.database, owner.personId)).toMatchObject({ passkeys: [], recovery: null })
  })

  it('give nothing back where one of them has not confirmed, or where there are not two', async () => {
    const { owner, one, other } = await withGuardians()
    await start(owner)
    for (const _ of [1, 2]) await ask(one, 'POST', `/wards/${owner.personId}/confirmation`)
    hours(100)
    expect(await (await start(owner)).answer.json()).toEqual({ next: 'second_factor' })
    await ask(owner, 'DELETE', `/guardians/${other.personId}`)
    hours(1)
    expect(await (await start(owner)).answer.json()).toEqual({ next: 'second_factor' })
    const alone = aPerson()
    await signInAs(house.dependencies, clock(), alone)
    expect((await start(alone)).answer.status).toBe(409)
  })

  it('can be stopped by any live session of hers, also when all is ready, and in the middle of enrolling', async () => {
    const { owner, one, other } = await withGuardians()
    await start(owner)
    expect(await (await ask(owner, 'GET', '/me')).json()).toMatchObject({ recoveryStartedAt: clock().toISOString() })
    for (const guardian of [one, other]) await ask(guardian, 'POST', `/wards/${owner.personId}/confirmation`)
    hours(72)
    const { browser, answer } = await start(owner)
    expect(await answer.json()).toEqual({ next: 'enrol' })
    expect((await browser.ask('DELETE', '/recovery')).status).toBe(401)
    expect((await ask(owner, 'DELETE', '/recovery')).status).toBe(200)
    expect((await browser.ask('POST', '/authenticator')).status).toBe(401)
    hours(1)
    expect(await (await start(owner)).answer.json()).toEqual({ next: 'second_factor' })
  })

  it('confirm in person: nobody else can, nor without a fresh proof', async () => {
    const { owner, one } = await withGuardians()
    await start(owner)
    const stranger = aPerson()
    await signInAs(house.dependencies, clock(), stranger)
    expect((await ask(stranger, 'POST', `/wards/${owner.personId}/confirmation`)).status).toBe(404)
    const unproven = await house.ask(one, 'POST', `/api/v1/wards/${owner.personId}/confirmation`)
    expect(await unproven.json()).toMatchObject({ code: 'step_up_needed' })
  })

  it('are not asked anew while a recovery runs, so that its notice cannot be set back', async () => {
    const { owner } = await withGuardians()
    await start(owner)
    const before = await loadPerson(house.database, owner.personId)
    hours(10)
    await start(owner)
    expect(await loadPerson(house.database, owner.personId)).toEqual(before)
    if (before) {
      const after = { ...before, version: before.version + 1, recovery: null }
      await savePerson(house.database, clock(), { before, after, event: { type: 'test', actor: null, data: {} } })
    }
  })
})
