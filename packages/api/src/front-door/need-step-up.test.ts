import { loadPerson, savePerson } from '@kunak/data/identity'
import {
  anApi,
  anAuthenticatorCode,
  anOrganisationId,
  aPersonOf,
  fixedClock,
  passkeyHeader,
  passkeyOf,
  type PasskeySays,
  signInAs,
  softwarePasskey,
  type Someone,
  storyTime,
  type TestApi,
} from '@kunak/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { needStepUp } from './need-step-up.ts'

const clock = fixedClock(storyTime)
const done: string[] = []
let house: TestApi
beforeAll(async () => {
  house = await anApi({ now: clock })
  house.api.post('/api/v1/sensitive/:what', needStepUp, async (c) => {
    done.push(c.req.param('what'))
    return c.json({ said: await c.req.json(), session: c.var.session?.id })
  })
})
beforeEach(() => {
  clock.moveTo(storyTime)
  done.length = 0
})
afterAll(() => house[Symbol.asyncDispose]())

const act = '/api/v1/sensitive/one'
const json = { role: 'steward' }
const someone = () => aPersonOf(anOrganisationId())

/** A browser with a session: asks with its cookie, and keeps the one it is given. */
async function aBrowserOf(who: Someone) {
  let cookie = await signInAs(house.dependencies, clock(), who)
  return {
    cookie: () => cookie,
    ask: async (path: string, said: { json?: unknown; proof?: string; cookie?: string } = {}) => {
      const headers = { cookie: said.cookie ?? cookie, ...(said.proof !== undefined && { 'step-up': said.proof }) }
      const response = await house.ask(null, 'POST', path, { json: said.json ?? json, headers })
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return response
    },
  }
}
type Browser = Awaited<ReturnType<typeof aBrowserOf>>

/** A fresh challenge for an act: what the first refusal names, asked for. */
async function challengeFor(browser: Browser, path = act, body: unknown = json): Promise<string> {
  const refused = await browser.ask(path, { json: body })
  const asked = await browser.ask('/api/v1/step-up', { json: { act: (await refused.json()).act } })
  return (await asked.json()).passkey.challenge
}
const proofBy = (who: Someone, says: PasskeySays) => passkeyHeader(passkeyOf(who).answer(says))

async function change(who: Someone, to: Parameters<typeof savePerson>[2]['after'] extends infer P ? Partial<P> : never) {
  const before = await loadPerson(house.database, who.personId)
  const after = { ...before!, ...to, version: before!.version + 1 }
  await savePerson(house.database, clock(), { before, after, event: { type: 'changed', actor: null, data: {} } })
}

async function expectRefused(response: Response) {
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'step_up_needed', act: expect.stringMatching(/^[\w-]{43}$/) })
  expect(done).toEqual([])
}

describe('a sensitive act', () => {
  it('is refused without proof, and says which act is to be confirmed', async () => {
    const browser = await aBrowserOf(someone())
    await expectRefused(await browser.ask(act))
  })

  it('is for nobody who is not signed in', async () => {
    const response = await house.ask(null, 'POST', act, { json })
    expect(response.status).toBe(401)
    expect(done).toEqual([])
  })

  it('is done once her passkey has answered for it, and gives her session a fresh token', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const old = browser.cookie()
    const challenge = await challengeFor(browser)
    const response = await browser.ask(act, { proof: proofBy(who, { challenge }) })
    expect(await response.json()).toMatchObject({ said: json })
    expect(done).toEqual(['one'])
    expect(browser.cookie()).not.toBe(old)
    expect((await browser.ask(act, { cookie: old })).status).toBe(401)
    expect((await browser.ask('/api/v1/step-up', { json: { act: 'a'.repeat(43) } })).status).toBe(200)
  })

  it.each<[string, PasskeySays | ((challenge: string) => PasskeySays)]>([
    ['for a challenge that nobody gave', { challenge: 'A'.repeat(43) }],
    ['on a page of another origin', (challenge) => ({ challenge, origin: 'https://kunak.example.evil.example' })],
    ['on a page of a sister host', (challenge) => ({ challenge, origin: 'https://sign.kunak.example' })],
    ['for another host', (challenge) => ({ challenge, rpId: 'evil.example' })],
    ['without having recognised its owner', (challenge) => ({ challenge, isVerified: false })],
    ['without a touch', (challenge) => ({ challenge, isPresent: false, isVerified: false })],
    ['as if it were new', (challenge) => ({ challenge, type: 'webauthn.create' })],
    ['inside a page of another site', (challenge) => ({ challenge, crossOrigin: true })],
    ['inside a page whose top is another', (challenge) => ({ challenge, topOrigin: 'https://evil.example' })],
  ])('is refused when a passkey answered %s', async (_, says) => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const challenge = await challengeFor(browser)
    const proof = proofBy(who, typeof says === 'function' ? says(challenge) : says)
    await expectRefused(await browser.ask(act, { proof }))
    // What was refused has used nothing up.
    expect((await browser.ask(act, { proof: proofBy(who, { challenge }) })).status).toBe(200)
  })

  it('is refused with a proof for another address, other bytes or another query', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const proof = proofBy(who, { challenge: await challengeFor(browser) })
    await expectRefused(await browser.ask('/api/v1/sensitive/other', { proof }))
    await expectRefused(await browser.ask(act, { proof, json: { role: 'member' } }))
    await expectRefused(await browser.ask(`${act}?for=all`, { proof }))
    expect((await browser.ask(act, { proof })).status).toBe(200)
  })

  it('is refused with the proof of another session, and of another person', async () => {
    const [who, other] = [someone(), someone()]
    const [browser, elsewhere, others] = await Promise.all([aBrowserOf(who), aBrowserOf(who), aBrowserOf(other)])
    await expectRefused(await browser.ask(act, { proof: proofBy(who, { challenge: await challengeFor(elsewhere) }) }))
    const challenge = await challengeFor(browser)
    await expectRefused(await browser.ask(act, { proof: proofBy(other, { challenge }) }))
    await expectRefused(await browser.ask(act, { proof: proofBy(other, { challenge: await challengeFor(others) }) }))
  })

  it('is refused with a signature that is not the passkey’s', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const challenge = await challengeFor(browser)
    const forged = { ...softwarePasskey('another').answer({ challenge }), id: passkeyOf(who).id, rawId: passkeyOf(who).id }
    await expectRefused(await browser.ask(act, { proof: passkeyHeader(forged) }))
  })

  it('is done once for each proof, however often and at once it is sent', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const proof = proofBy(who, { challenge: await challengeFor(browser) })
    const cookie = browser.cookie()
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.ask(act, { proof, cookie })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(done).toEqual(['one'])
    const replayed = await browser.ask(act, { proof })
    expect(replayed.status).toBe(403)
    expect(done).toEqual(['one'])
  })

  it('is refused when the answer took more than five minutes', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const challenge = await challengeFor(browser)
    clock.moveTo('2026-11-22T09:05:00Z')
    await expectRefused(await browser.ask(act, { proof: proofBy(who, { challenge }) }))
  })

  it('is refused when the counter of the passkey does not grow', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const answer = async (counter: number) => {
      const challenge = await challengeFor(browser)
      return (await browser.ask(act, { proof: proofBy(who, { challenge, counter }) })).status
    }
    expect([await answer(7), await answer(8), await answer(8), await answer(7), await answer(0), await answer(9)]).toEqual([
      200, 200, 403, 403, 403, 200,
    ])
    expect((await loadPerson(house.database, who.personId))?.passkeys[0]?.counter).toBe(9)
  })

  it('is refused after the passkey was removed', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    const challenge = await challengeFor(browser)
    await change(who, { passkeys: [] })
    await expectRefused(await browser.ask(act, { proof: proofBy(who, { challenge }) }))
  })

  it('is refused with nonsense', async () => {
    const browser = await aBrowserOf(someone())
    const nonsense = ['', 'passkey', 'passkey !', 'passkey bnVsbA', 'passkey W10', 'code', 'code 12 34 56']
    for (const proof of [...nonsense, `passkey ${'A'.repeat(12_001)}`]) await expectRefused(await browser.ask(act, { proof }))
  })
})

describe('the code of an authenticator app', () => {
  it('confirms an act of somebody who has no passkey, once for each code', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    await change(who, { passkeys: [] })
    const refused = await (await browser.ask(act)).json()
    expect(await (await browser.ask('/api/v1/step-up', { json: { act: refused.act } })).json()).toEqual({
      passkey: null,
      code: true,
    })
    const proof = `code ${anAuthenticatorCode(clock())}`
    expect((await browser.ask(act, { proof })).status).toBe(200)
    done.length = 0
    await expectRefused(await browser.ask(act, { proof }))
    await expectRefused(await browser.ask(act, { proof: 'code 000000' }))
  })

  it('confirms nothing for somebody who has a passkey', async () => {
    const browser = await aBrowserOf(someone())
    await expectRefused(await browser.ask(act, { proof: `code ${anAuthenticatorCode(clock())}` }))
  })

  it('cannot be guessed: after five tries none is looked at for a while, not even the right one', async () => {
    const who = someone()
    const browser = await aBrowserOf(who)
    await change(who, { passkeys: [] })
    for (let attempt = 1; attempt <= 5; attempt += 1) await expectRefused(await browser.ask(act, { proof: 'code 000000' }))
    const sixth = await browser.ask(act, { proof: `code ${anAuthenticatorCode(clock())}` })
    expect([sixth.status, done]).toEqual([429, []])
  })
})

describe('a test that asks with `stepUp`', () => {
  it('confirms with the passkey, or the app where there is none', async () => {
    const who = someone()
    expect((await house.ask(who, 'POST', act, { json, stepUp: true })).status).toBe(200)
    expect((await house.ask(who, 'POST', act, { json, stepUp: true })).status).toBe(200)
    await change(who, { passkeys: [] })
    expect((await house.ask(who, 'POST', act, { json, stepUp: true })).status).toBe(200)
    expect((await house.ask(who, 'POST', act, { json })).status).toBe(403)
    expect(done).toEqual(['one', 'one', 'one'])
  })
})
