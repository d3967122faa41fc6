import { mostBrowsers, type Subscription, type SubscriptionRule } from '@kunak/contracts/alerts'
import { listBrowsers, savePerson, loadPerson } from '@kunak/data/identity'
import { stopTokenFor } from '../../packages/data/src/letters/stop-token.ts'
import { loadAllSubscribers, loadSubscription } from '@kunak/data/alerts'
import { defaultSubscription } from '@kunak/domain/alerts'
import { anApi, anOrganisation, aPersonOf, mailOf, type Someone, type TestApi } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dump } from './dump.ts'

let house: TestApi
beforeAll(async () => void (house = await anApi()))
afterAll(() => house[Symbol.asyncDispose]())

const path = '/api/v1/account/subscription'
const rule: SubscriptionRule = {
  republics: ['RU-DA'],
  pressures: ['raid'],
  leastUrgency: 'Unknown',
  languages: [],
  channels: ['mail'],
}
const choice = { rules: [rule], digestHour: 20, timeZone: 'Asia/Tbilisi', quiet: { from: 22, to: 7 } }

async function aMemberWithAccount(): Promise<Someone> {
  const organisation = anOrganisation()
  await house.put(organisation)
  const someone = aPersonOf(organisation.id)
  await house.ask(someone, 'GET', path)
  return someone
}
const kept = (someone: Someone) => loadSubscription(house.database, someone.personId)

describe('a subscription', () => {
  it('is what is urgent by letter until she says otherwise, and then what she has said', async () => {
    const someone = await aMemberWithAccount()
    const first = await (await house.ask(someone, 'GET', path)).json()
    const { personId: _, ...usual } = defaultSubscription(someone.personId)
    expect(first).toMatchObject({ ...usual, letters: 'on', isLocalMail: false, browsers: [] })
    expect((await house.ask(someone, 'PUT', path, { json: choice })).status).toBe(200)
    expect(await (await house.ask(someone, 'GET', path)).json()).toMatchObject({ ...choice, isChosen: true })
  })

  it('is refused by the field where it cannot be', async () => {
    const someone = await aMemberWithAccount()
    const refused = async (said: Record<string, unknown>) => {
      const response = await house.ask(someone, 'PUT', path, { json: { ...choice, ...said } })
      expect(response.status).toBe(422)
      return ((await response.json()) as { errors: { field: string }[] }).errors.map(({ field }) => field)
    }
    expect(await refused({ rules: Array(11).fill(rule) })).toEqual(['/rules'])
    expect(await refused({ rules: [{ ...rule, channels: [] }] })).toEqual(['/rules/0/channels'])
    expect(await refused({ rules: [{ ...rule, republics: ['RU-MOW'] }] })).toEqual(['/rules/0/republics/0'])
    expect(await refused({ digestHour: 24 })).toEqual(['/digestHour'])
    expect(await refused({ timeZone: 'Europe/Nowhere' })).toEqual(['/timeZone'])
    expect(await refused({ quiet: { from: 8, to: 8 } })).toEqual(['/quiet/to'])
    expect(await refused({ personId: someone.personId })).toEqual(['/personId'])
    expect((await kept(someone)).isChosen).toBe(false)
  })
})

describe('what somebody says while her account ends', () => {
  const late = 'https://updates.push.services.mozilla.com/wpush/v2/late'
  it.each([
    ['of which alerts she hears', 'PUT', path, choice],
    ['that a browser takes notes', 'POST', '/api/v1/account/browsers', { endpoint: late }],
  ] as const)('is not kept: %s', async (_, method, where, json) => {
    const organisation = anOrganisation()
    await house.put(organisation)
    const someone = aPersonOf(organisation.id, 'member')
    await house.ask(someone, 'GET', path)
    const { client } = house.database
    let hasBegun = false
    const endIt = async (commandName: unknown) => {
      if (hasBegun || !String(commandName).startsWith('TransactWrite')) return
      hasBegun = true
      expect((await house.ask(someone, 'DELETE', '/api/v1/account', { stepUp: true })).status).toBe(200)
    }
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (said) => {
          await endIt(commandName)
          return next(said)
        },
      { step: 'initialize', name: 'meanwhile' },
    )
    const answer = await house.ask(someone, method, where, { json })
    client.middlewareStack.remove('meanwhile')
    expect([hasBegun, answer.status]).toEqual([true, 409])
    expect((await loadAllSubscribers(house.database)).map(({ personId }) => personId)).not.toContain(someone.personId)
    expect(await listBrowsers(house.database, house.dependencies.secrets, someone.personId)).toEqual([])
  })
})

describe('a browser', () => {
  const add = (someone: Someone, endpoint: string) =>
    house.ask(someone, 'POST', '/api/v1/account/browsers', { json: { endpoint } })
  const browsers = async (someone: Someone) =>
    ((await (await house.ask(someone, 'GET', path)).json()) as { browsers: { id: string }[] }).browsers

  it('is added only where the service of its maker is known, and is kept sealed', async () => {
    const someone = await aMemberWithAccount()
    for (const endpoint of ['https://127.0.0.1/a', 'http://fcm.googleapis.com/a', 'https://evil.example/fcm.googleapis.com']) {
      const response = await add(someone, endpoint)
      expect([response.status, await response.json()]).toEqual([422, expect.objectContaining({ code: 'invalid' })])
    }
    expect(await browsers(someone)).toEqual([])
    expect((await add(someone, 'https://updates.push.services.mozilla.com/wpush/v2/her-own-browser')).status).toBe(201)
    expect(await browsers(someone)).toHaveLength(1)
    expect(await dump(house.database)).not.toContain('her-own-browser')
    expect(JSON.stringify(await browsers(someone))).not.toContain('her-own-browser')
  })

  it('is hers to carry away, and goes with her account', async () => {
    const organisation = anOrganisation()
    await house.put(organisation)
    const someone = aPersonOf(organisation.id, 'member')
    await add(someone, 'https://fcm.googleapis.com/fcm/send/hers')
    const exported = await house.ask(someone, 'GET', '/api/v1/account/export', { stepUp: true })
    expect(await exported.json()).toMatchObject({
      browsers: [{ endpoint: 'https://fcm.googleapis.com/fcm/send/hers' }],
      subscription: { digestHour: 9 },
      notices: [],
    })
    const left = { ...someone, memberships: [] }
    expect((await house.ask(left, 'DELETE', '/api/v1/account', { stepUp: true })).status).toBe(200)
    const everything = await dump(house.database)
    expect(everything).not.toContain(`BROWSERS#${someone.personId}`)
    expect(everything).not.toContain(`"SUBSCRIBERS#${someone.personId.slice(-1)}","sk":"${someone.personId}"`)
  })

  it('is one of ten at most, and goes when she says so; nobody else’s does', async () => {
    const [someone, other] = [await aMemberWithAccount(), await aMemberWithAccount()]
    for (let n = 0; n < mostBrowsers + 2; n += 1) await add(someone, `https://fcm.googleapis.com/fcm/send/${n}`)
    const [first] = await browsers(someone)
    expect(await browsers(someone)).toHaveLength(mostBrowsers)
    const remove = (who: Someone, id = '') => house.ask(who, 'DELETE', `/api/v1/account/browsers/${id}`)
    expect((await remove(other, first?.id)).status).toBe(404)
    expect((await remove(someone, first?.id)).status).toBe(200)
    expect(await browsers(someone)).toHaveLength(mostBrowsers - 1)
    expect((await remove(someone, 'all')).status).toBe(200)
    expect(await browsers(someone)).toEqual([])
  })
})

describe('the link in a letter', () => {
  const everything = { republics: [], pressures: [], leastUrgency: 'Unknown', languages: [] } as const
  const linkOf = (mail: string) => {
    const { secrets } = house.dependencies
    return `/api/v1/stop-letters/${stopTokenFor(secrets, secrets.fingerprintOfMail(mail))}`
  }
  const choose = (mail: string, json: unknown) => house.ask(null, 'PUT', `${linkOf(mail)}/choice`, { json })

  it('says of what letters come, and leaves everything else as she has chosen it', async () => {
    const someone = await aMemberWithAccount()
    const rules = [
      { ...rule, channels: ['mail', 'push', 'app'] },
      { ...rule, republics: ['RU-CE'] },
    ]
    await house.ask(someone, 'PUT', path, { json: { ...choice, rules } })
    expect((await choose(mailOf(someone), { rule: { ...everything, republics: ['RU-IN'] }, hours: null })).status).toBe(200)
    const after: Subscription = await kept(someone)
    expect(after).toMatchObject({ digestHour: 20, timeZone: 'Asia/Tbilisi', quiet: choice.quiet })
    expect(after.rules).toEqual([
      { ...everything, republics: ['RU-IN'], channels: ['mail', 'app'] },
      { ...rule, channels: ['push', 'app'] },
    ])
    const hours = { digestHour: 7, timeZone: 'Europe/Berlin', quiet: null }
    expect((await choose(mailOf(someone), { rule: everything, hours })).status).toBe(200)
    expect(await kept(someone)).toMatchObject(hours)
  })

  it('answers the same bytes whatever she has chosen, whether she takes letters, and whether she has an account', async () => {
    const [known, stopped] = [await aMemberWithAccount(), await aMemberWithAccount()]
    await house.ask(known, 'PUT', path, { json: choice })
    const before = await loadPerson(house.database, stopped.personId)
    if (!before) throw new Error('Nobody is there.')
    const after = { ...before, version: before.version + 1, wantsLetters: false }
    const event = { type: 'letters_stopped', actor: null, data: {} }
    await savePerson(house.database, house.dependencies.now(), { before, after, event })
    const answers = new Set<string>()
    for (const mail of [mailOf(known), mailOf(stopped), 'nobody@post.example']) {
      const response = await choose(mail, { rule: everything, hours: null })
      const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
      answers.add(JSON.stringify([response.status, headers, await response.text()]))
    }
    expect(answers.size).toBe(1)
    expect((await loadPerson(house.database, stopped.personId))?.wantsLetters).toBe(false)
  })

  it('shows nothing, whoever has it, and does nothing from another site or with a token that is none', async () => {
    const someone = await aMemberWithAccount()
    await house.ask(someone, 'PUT', path, { json: choice })
    expect((await house.ask(null, 'GET', `${linkOf(mailOf(someone))}/choice`)).status).toBe(404)
    const json = { rule: everything, hours: null }
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await house.ask(null, 'PUT', `${linkOf(mailOf(someone))}/choice`, { json, headers: elsewhere })).status).toBe(403)
    for (const token of ['x', linkOf(mailOf(someone)).slice(-60), someone.personId])
      expect((await house.ask(null, 'PUT', `/api/v1/stop-letters/${token}/choice`, { json })).status).toBe(404)
    expect((await kept(someone)).rules).toEqual([rule])
  })
})
