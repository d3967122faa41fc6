import { aPerson, passkeyOf, type PasskeySays, softwarePasskey } from '@kunak/testing'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { dump } from './dump.ts'
import { aPasskeyHouse, cookieIn } from './passkey-house.ts'

const { house, nextStory, later, person, ask, optionsFor, someone, anEnrolling, enrol, challengeToSignIn, signIn } =
  await aPasskeyHouse()
beforeEach(nextStory)
afterAll(() => house[Symbol.asyncDispose]())

async function bodyWithoutId(response: Response) {
  const { requestId, ...body } = await response.json()
  expect(requestId).toHaveLength(26)
  return body
}

describe('signing in with a passkey', () => {
  it('needs no mail, and gives a full session under a fresh token', async () => {
    const who = await someone()
    const signedIn = await signIn(passkeyOf(who), { challenge: await challengeToSignIn() })
    expect([signedIn.status, await signedIn.json()]).toEqual([200, { next: 'done' }])
    const me = await (await ask(cookieIn(signedIn), 'GET', '/me')).json()
    expect(me).toMatchObject({ isSignedIn: true })
  })

  it('is open to the passkeys of the device, whosever they are: the question names none', async () => {
    const options = await (await house.ask(null, 'POST', '/api/v1/sign-in/passkey/options')).json()
    expect(options).toMatchObject({ rpId: 'kunak.example', userVerification: 'required', allowCredentials: [] })
  })

  it('takes the handle that she enrolled with, and no other', async () => {
    const { cookie } = await anEnrolling()
    const passkey = softwarePasskey('with a handle')
    const { user } = await optionsFor(cookie)
    await enrol(cookie, passkey)
    const other = softwarePasskey('another').kept.id
    expect((await signIn(passkey, { challenge: await challengeToSignIn(), userHandle: other })).status).toBe(401)
    expect((await signIn(passkey, { challenge: await challengeToSignIn(), userHandle: user.id })).status).toBe(200)
  })

  it('refuses all that is wrong with the same words, whether the passkey is known or not', async () => {
    const who = await someone()
    const known = passkeyOf(who)
    const used = await challengeToSignIn()
    expect((await signIn(known, { challenge: used })).status).toBe(200)
    const wrong: (PasskeySays | Promise<PasskeySays>)[] = [
      { challenge: used },
      { challenge: 'A'.repeat(43) },
      ...(
        [
          { origin: 'https://evil.example' },
          { rpId: 'evil.example' },
          { isVerified: false },
          { type: 'webauthn.create' },
          { crossOrigin: true },
        ] satisfies Partial<PasskeySays>[]
      ).map(async (says) => ({ challenge: await challengeToSignIn(), ...says })),
    ]
    const unknown = await signIn(softwarePasskey('unknown'), { challenge: await challengeToSignIn() })
    const refusal = await bodyWithoutId(unknown)
    expect(refusal).toMatchObject({ status: 401, code: 'proof_refused' })
    for (const says of wrong) {
      const refused = await signIn(known, await says)
      expect(refused.headers.getSetCookie()).toEqual([])
      expect(await bodyWithoutId(refused)).toEqual(refusal)
    }
    const forged = {
      ...softwarePasskey('unknown').answer({ challenge: await challengeToSignIn() }),
      id: known.id,
      rawId: known.id,
    }
    expect((await house.ask(null, 'POST', '/api/v1/sign-in/passkey', { json: forged })).status).toBe(401)
  })

  it('gives one session for one answer, however often at once it is sent', async () => {
    const who = await someone()
    const challenge = await challengeToSignIn()
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(passkeyOf(who), { challenge })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('takes no challenge of a step-up or an enrolment, nor any older than five minutes', async () => {
    const who = await someone()
    const act = 'A'.repeat(43)
    const { passkey } = await (await house.ask(who, 'POST', '/api/v1/step-up', { json: { act } })).json()
    const { challenge } = await (await house.ask(who, 'POST', '/api/v1/passkeys/options')).json()
    for (const other of [passkey.challenge, challenge])
      expect((await signIn(passkeyOf(who), { challenge: other })).status).toBe(401)
    const late = await challengeToSignIn()
    later(5)
    expect((await signIn(passkeyOf(who), { challenge: late })).status).toBe(401)
  })

  it('refuses a passkey whose counter goes back, and records it', async () => {
    const who = await someone()
    const use = async (counter: number) =>
      (await signIn(passkeyOf(who), { challenge: await challengeToSignIn(), counter })).status
    expect([await use(5), await use(5), await use(4), await use(0), await use(6)]).toEqual([200, 401, 401, 401, 200])
    const stored: { pk: string; type?: string }[] = JSON.parse(await dump(house.database)).flat()
    const recorded = stored.filter(({ pk, type }) => pk === `PERSON#${who.personId}` && type === 'passkey_counter_went_back')
    expect(recorded).toHaveLength(3)
  })
})

describe('a passkey that is had', () => {
  it('is renamed by its owner alone', async () => {
    const [who, other] = [await someone(), aPerson({ isCoordinator: true })]
    const path = `/api/v1/passkeys/${passkeyOf(who).id}`
    expect((await house.ask(other, 'PUT', path, { json: { name: 'мой' } })).status).toBe(404)
    expect((await house.ask(who, 'PUT', path, { json: { name: ' Старый\u202e телефон ' } })).status).toBe(200)
    expect((await person(who)).passkeys[0]?.name).toBe('Старый телефон')
    expect((await house.ask(who, 'PUT', path, { json: { name: 'я'.repeat(61) } })).status).toBe(422)
  })

  it('is removed only with a proof, by its owner alone, and opens nothing afterwards', async () => {
    const [who, other] = [await someone(), await someone()]
    const path = `/api/v1/passkeys/${passkeyOf(who).id}`
    expect((await house.ask(other, 'DELETE', path, { stepUp: true })).status).toBe(404)
    expect(await (await house.ask(who, 'DELETE', path)).json()).toMatchObject({ code: 'step_up_needed' })
    const challenge = await challengeToSignIn()
    expect((await house.ask(who, 'DELETE', path, { stepUp: true })).status).toBe(200)
    expect((await signIn(passkeyOf(who), { challenge })).status).toBe(401)
    // Somebody else may have it enrolled now, for it is nobody's any more.
    const next = await anEnrolling()
    expect((await enrol(next.cookie, passkeyOf(who))).status).toBe(201)
  })

  it('stays while it is the only second factor', async () => {
    const { who, cookie } = await anEnrolling()
    const added = await enrol(cookie, passkeyOf(who))
    expect(added.status).toBe(201)
    later(1)
    const removed = await house.ask(who, 'DELETE', `/api/v1/passkeys/${passkeyOf(who).id}`, { stepUp: true })
    expect(await removed.json()).toMatchObject({ code: 'last_factor' })
    expect((await person(who)).passkeys).toHaveLength(1)
  })
})

describe('a dump of the store', () => {
  it('holds no challenge that is waiting to be answered', async () => {
    const challenge = await challengeToSignIn()
    expect(await dump(house.database)).not.toContain(challenge)
  })
})
