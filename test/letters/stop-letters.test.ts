import { hearBounces } from '@kunak/functions/hear-bounces'
import { hasStoppedLetters } from '@kunak/data/letters'
import { loadPerson, personWrites } from '@kunak/data/identity'
import { commit } from '@kunak/data'
import { anApi, anOrganisation, aPersonOf, aStoredPerson, mailOf, type Someone, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPostOffice, type PostOffice } from './a-post-office.ts'

let house: TestApi
let office: PostOffice
beforeAll(async () => {
  house = await anApi()
  office = await aPostOffice({ secrets: house.dependencies.secrets })
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await office[Symbol.asyncDispose]()
})

/** The token of a letter that somebody is sent by the workers, with an account of the same kind behind the door. */
async function aLetterTo(someone: Someone): Promise<string> {
  const { database, dependencies } = house
  const person = aStoredPerson(someone, dependencies.secrets)
  await commit(database, dependencies.now(), { writes: personWrites(database, null, person), events: [] })
  await office.join(someone)
  await office.happen({ type: 'passkey_added', subject: `PERSON#${someone.personId}`, actor: null, data: {} })
  await office.deliver()
  const letter = office.sent.find(({ to }) => to === mailOf(someone))
  return letter?.kind === 'news' ? letter.stopToken : ''
}
const from = { origin: '', 'sec-fetch-site': '', 'content-type': 'application/x-www-form-urlencoded' }
const oneClick = { headers: from, body: 'List-Unsubscribe=One-Click' }
const wants = async (someone: Someone) => (await loadPerson(house.database, someone.personId))?.wantsLetters

describe('the link in a letter', () => {
  it('ends letters when a program of mail posts to it, from nowhere and without a cookie', async () => {
    const somebody = aPersonOf(anOrganisation().id)
    const token = await aLetterTo(somebody)
    const response = await house.ask(null, 'POST', `/api/v1/stop-letters/${token}`, oneClick)
    expect([response.status, await response.json()]).toEqual([200, { status: 'done' }])
    expect(await wants(somebody)).toBe(false)
    expect((await house.ask(null, 'POST', `/api/v1/stop-letters/${token}`, oneClick)).status).toBe(200)
  })

  it('changes nothing when it is only followed, and leads to a page that asks', async () => {
    const somebody = aPersonOf(anOrganisation().id)
    const token = await aLetterTo(somebody)
    for (const method of ['GET', 'HEAD', 'GET']) {
      const followed = await house.ask(null, method, `/api/v1/stop-letters/${token}`)
      expect([followed.status, followed.headers.get('location')]).toEqual([303, `/ru/stop-letters?token=${token}`])
    }
    expect(await wants(somebody)).toBe(true)
  })

  it('is for one address, whoever follows it', async () => {
    const [one, other] = [aPersonOf(anOrganisation().id), aPersonOf(anOrganisation().id)]
    const token = await aLetterTo(one)
    await aLetterTo(other)
    expect((await house.ask(other, 'POST', `/api/v1/stop-letters/${token}`)).status).toBe(200)
    expect([await wants(one), await wants(other)]).toEqual([false, true])
  })

  it('cannot be guessed, changed or made of anything else that is sealed, and says nothing of its own', async () => {
    const somebody = aPersonOf(anOrganisation().id)
    const token = await aLetterTo(somebody)
    const person = await loadPerson(house.database, somebody.personId)
    const wrong = [`${token.slice(0, -2)}AA`, token.slice(0, 40), 'x', '%00', person?.mail ?? '', person?.mailFingerprint ?? '']
    for (const guess of wrong) expect((await house.ask(null, 'POST', `/api/v1/stop-letters/${guess}`, oneClick)).status).toBe(404)
    expect(await wants(somebody)).toBe(true)
    const bytes = Buffer.from(token, 'base64url').toString('latin1')
    for (const said of [somebody.personId, person?.mailFingerprint ?? '', mailOf(somebody)])
      expect(token + bytes).not.toContain(said)
  })
})

describe('what the carrier says of an address', () => {
  const bounce = (bounceType: string, ...addresses: string[]) => ({
    'detail-type': 'Email Bounced',
    detail: {
      eventType: 'Bounce',
      bounce: { bounceType, bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress })) },
    },
  })
  const complaint = (emailAddress: string) => ({
    detail: { eventType: 'Complaint', complaint: { complainedRecipients: [{ emailAddress }] } },
  })
  const hear = (event: unknown) => hearBounces(() => ({ ...house.dependencies }))(event)
  const state = async (someone: Someone) => (await loadPerson(house.database, someone.personId))?.undeliverable

  it('ends letters to it for good, and only where it is for good', async () => {
    const [gone, full, angry] = [aPersonOf(anOrganisation().id), aPersonOf(anOrganisation().id), aPersonOf(anOrganisation().id)]
    for (const someone of [gone, full, angry]) await aLetterTo(someone)
    await hear(bounce('Permanent', `"Somebody" <${mailOf(gone).toUpperCase()}>`))
    await hear(bounce('Transient', mailOf(full)))
    await hear(complaint(mailOf(angry)))
    await hear(bounce('Permanent', mailOf(angry)))
    expect([await state(gone), await state(full), await state(angry)]).toEqual(['bounced', null, 'complained'])
  })

  it('is remembered of an address without an account, by its fingerprint alone', async () => {
    await hear(bounce('Permanent', 'invited@post.example'))
    const fingerprint = house.dependencies.secrets.fingerprintOfMail('invited@post.example')
    expect(await hasStoppedLetters(house.database, fingerprint)).toBe(true)
  })

  it('is a fault where it cannot be understood', async () => {
    await expect(hear({ detail: { eventType: 'Open' } })).rejects.toThrow()
  })
})
