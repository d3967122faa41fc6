import { passkeyOf, type PasskeySays, softwarePasskey } from '@kunak/testing'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { aPasskeyHouse, cookieIn } from './passkey-house.ts'

const { house, nextStory, later, person, ask, optionsFor, someone, change, anEnrolling, enrol, challengeToSignIn, signIn } =
  await aPasskeyHouse()
beforeEach(nextStory)
afterAll(() => house[Symbol.asyncDispose]())

describe('a first passkey', () => {
  it('makes a full session of one that only mail has given, and shows the recovery code once', async () => {
    const { who, cookie } = await anEnrolling()
    expect((await ask(cookie, 'GET', '/me').then((response) => response.json())).isSignedIn).toBe(false)
    const passkey = softwarePasskey('first')
    const added = await enrol(cookie, passkey)
    expect([added.status, await added.json()]).toEqual([201, { recoveryCode: expect.stringMatching(/\w/) }])
    const after = cookieIn(added)
    expect((await (await ask(after, 'GET', '/me')).json()).isSignedIn).toBe(true)
    expect((await ask(cookie, 'GET', '/passkeys')).status).toBe(401)
    expect((await person(who)).passkeys).toMatchObject([{ id: passkey.id, name: 'Мой телефон', counter: 0 }])
  })

  it('is asked for by a neutral word, a random handle and the site’s own host, and must know its owner', async () => {
    const { who, cookie } = await anEnrolling()
    const options = await optionsFor(cookie)
    expect(options).toMatchObject({
      rp: { id: 'kunak.example', name: 'Заметки' },
      user: { name: 'Заметки', displayName: 'Заметки' },
      attestation: 'none',
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(options)).not.toMatch(/kunak(?!\.example")|Кунак/i)
    for (const known of [who.personId, who.personId.toLowerCase()]) {
      expect(Buffer.from(options.user.id, 'base64url').toString('latin1')).not.toContain(known)
    }
    const second = await anEnrolling()
    expect((await optionsFor(second.cookie)).user.id).not.toBe(options.user.id)
  })

  it('is added once, however often at once it is sent', async () => {
    const { who, cookie } = await anEnrolling()
    const { challenge } = await optionsFor(cookie)
    const json = { attestation: softwarePasskey('once').enrol({ challenge }), name: '' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(cookie, 'POST', '/passkeys', { json })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await person(who)).passkeys).toHaveLength(1)
  })

  it('is not added by mail alone where there is a second factor already', async () => {
    const { who, cookie } = await anEnrolling({ passkeys: [softwarePasskey('hers already').kept] })
    expect((await enrol(cookie, softwarePasskey('of somebody who reads her mail'))).status).toBe(403)
    expect((await person(who)).passkeys.map(({ id }) => id)).toEqual([softwarePasskey('hers already').id])
  })

  it('takes the place of all others after a recovery', async () => {
    const lost = softwarePasskey('lost')
    const { who, cookie } = await anEnrolling({ passkeys: [lost.kept] }, 'recovery')
    const found = softwarePasskey('found')
    expect((await enrol(cookie, found)).status).toBe(201)
    expect((await person(who)).passkeys.map(({ id }) => id)).toEqual([found.id])
    expect((await signIn(lost, { challenge: await challengeToSignIn() })).status).toBe(401)
    expect((await signIn(found, { challenge: await challengeToSignIn() })).status).toBe(200)
  })

  it.each<[string, Partial<PasskeySays>]>([
    ['for a challenge that nobody gave', { challenge: 'A'.repeat(43) }],
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another host', { rpId: 'evil.example' }],
    ['of a page inside another site’s', { crossOrigin: true }],
    ['that has not recognised its owner', { isVerified: false }],
    ['that nobody touched', { isPresent: false }],
    ['that is no new one', { type: 'webauthn.get' }],
  ])('is refused when it is one %s', async (_, says) => {
    const { who, cookie } = await anEnrolling()
    const refused = await enrol(cookie, softwarePasskey('stray'), says)
    expect(refused.status).toBe(422)
    expect((await refused.json()).errors).toMatchObject([{ field: '/attestation', code: 'passkey_refused' }])
    expect((await person(who)).passkeys).toEqual([])
  })

  it('is refused when it answers late, answers what another was asked, or belongs to somebody', async () => {
    const [one, other] = [await anEnrolling(), await anEnrolling()]
    const { challenge } = await optionsFor(one.cookie)
    const taken = await someone()
    expect((await enrol(other.cookie, softwarePasskey('of two'), { challenge })).status).toBe(422)
    expect((await enrol(other.cookie, passkeyOf(taken))).status).toBe(409)
    later(5)
    expect((await enrol(one.cookie, softwarePasskey('late'), { challenge })).status).toBe(422)
    for (const { who } of [one, other]) expect((await person(who)).passkeys).toEqual([])
  })

  it('is refused with a statement of its maker’s certificates, which we never ask for', async () => {
    const { cookie } = await anEnrolling()
    const { challenge } = await optionsFor(cookie)
    const passkey = softwarePasskey('certified')
    const certified = passkey.enrol({ challenge, certificates: true })
    expect((await ask(cookie, 'POST', '/passkeys', { json: { attestation: certified, name: '' } })).status).toBe(422)
  })
})

describe('one more passkey', () => {
  it('is added in a full session only with a proof for exactly this', async () => {
    const who = await someone()
    const options = await (await house.ask(who, 'POST', '/api/v1/passkeys/options')).json()
    expect(options.excludeCredentials).toEqual([{ id: passkeyOf(who).id, type: 'public-key', transports: ['internal'] }])
    const attestation = softwarePasskey(`second of ${who.personId}`).enrol({ challenge: options.challenge })
    const json = { attestation, name: 'Ключ' }
    expect(await (await house.ask(who, 'POST', '/api/v1/passkeys', { json })).json()).toMatchObject({ code: 'step_up_needed' })
    const added = await house.ask(who, 'POST', '/api/v1/passkeys', { json, stepUp: true })
    expect([added.status, await added.json()]).toEqual([201, { recoveryCode: null }])
    const { passkeys } = await (await house.ask(who, 'GET', '/api/v1/passkeys')).json()
    expect(passkeys.map(({ name }: { name: string }) => name)).toEqual(['Телефон', 'Ключ'])
    expect(JSON.stringify(passkeys)).not.toContain('publicKey')
  })

  it('is refused beyond ten', async () => {
    const who = await someone()
    const { passkeys } = await person(who)
    const more = Array.from({ length: 9 }, (_, index) => softwarePasskey(`${index} of ${who.personId}`).kept)
    await change(who, { passkeys: [...passkeys, ...more] })
    expect(await (await house.ask(who, 'POST', '/api/v1/passkeys/options')).json()).toMatchObject({ code: 'passkeys_full' })
  })
})
