import type { Organisation } from '@kunak/contracts/directory'
import { saveOrganisation } from '@kunak/data/directory'
import { newToken, secretsOf } from '@kunak/data/identity'
import { anOrganisation, aPersonOf, everyGroup, mailOf, signInAs, type Someone, storyTime } from '@kunak/testing'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleFunction } from '@kunak/infra/bundle-function'
import { cloudAround } from './cloud-around.ts'
import { deploy } from './deployed.ts'
import http from './events/http.json' with { type: 'json' }
import schedule from './events/schedule.json' with { type: 'json' }
import stream from './events/stream.json' with { type: 'json' }
import { privilegesOf } from './privileges.ts'
import { synthesised } from './synthesised.ts'

const whole = await synthesised()
const around = await cloudAround()
const calls = new Map<string, ReadonlySet<string>>()
/** Starts a function whose calls are watched. */
async function start(place: string) {
  const { environment, needed } = await around.watched()
  calls.set(place, needed)
  return deploy(whole, place, environment)
}
const api = await start('FrontDoor/HttpApi')
const web = await start('FrontDoor/Web')
const tick = await start('Clock/Tick')
afterAll(async () => {
  for (const one of [api, web, tick, around]) await one[Symbol.asyncDispose]()
})

interface Result {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A recorded request with another path, and headers that replace or join those recorded. */
function request(path: string, { cookie, ...headers }: Readonly<Record<string, string>> = {}) {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  return { ...http, rawPath, rawQueryString, headers: { ...http.headers, ...headers }, ...(cookie && { cookies: [cookie] }) }
}
const ask = async (from: typeof api, path: string, headers?: Readonly<Record<string, string>>) =>
  (await from.invoke(request(path, headers))) as Result

/** The answer byte for byte, but for the random id by which a person can ask about it. */
function withoutRequestId(result: Result): string {
  const id = result.headers['x-request-id'] ?? ''
  expect(id).toHaveLength(26)
  return JSON.stringify(result).replaceAll(id, '')
}

async function put(organisation: Organisation): Promise<Organisation> {
  const event = { type: 'organisation_listed', actor: null, data: {} }
  await saveOrganisation(around.database, new Date(), { before: null, after: organisation, event })
  return organisation
}
/** A session that is stored as the deployed functions read it. */
const signIn = (someone: Someone) =>
  signInAs({ database: around.database, secrets: secretsOf(around.identitySecret) }, new Date(), someone)
const shownTo = (audience: 'public' | 'network', en: string) =>
  anOrganisation({
    assuredAt: new Date().toISOString(),
    profile: { names: { en }, audiences: everyGroup(audience) },
  })
const open = await put(shownTo('public', 'Beekeepers of Gimry'))
const closed = await put(shownTo('network', 'Friends of the Ford'))

describe('until a search file is published', () => {
  it('the deployed API and pages ask for patience, and the first tick ends it', async () => {
    const waiting = await ask(api, '/api/v1/organisations')
    expect([waiting.statusCode, waiting.headers['retry-after']]).toEqual([503, '60'])
    expect(JSON.parse(waiting.body)).toMatchObject({ code: 'unavailable' })
    const sentences = { ru: 'Что-то сломалось у нас', en: 'Something broke on our side' }
    for (const [locale, sentence] of Object.entries(sentences)) {
      for (const path of ['', '/organisations', '/map']) {
        const page = await ask(web, `/${locale}${path}`)
        expect([path, page.statusCode, page.body]).toEqual([path, 503, expect.stringContaining(sentence)])
        expect(page.headers['cache-control'] ?? '').not.toContain('public')
      }
    }
    await tick.invoke({ ...schedule, time: storyTime })
    expect((await ask(api, '/api/v1/organisations')).statusCode).toBe(200)
    for (const path of ['', '/organisations', '/map']) expect((await ask(web, `/en${path}`)).statusCode).toBe(200)
    expect(api.log() + web.log()).toContain('"fault":"SearchUnpublished"')
  })
})

describe('the deployed API', () => {
  it('answers a recorded request with the headers that every answer carries', async () => {
    const { statusCode, headers, body } = await ask(api, '/api/v1/health')
    expect([statusCode, body]).toEqual([200, '{"status":"ok"}'])
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('reads what is stored, and finds it', async () => {
    const one = await ask(api, `/api/v1/organisations/${open.id}`)
    expect([one.statusCode, one.body]).toEqual([200, expect.stringContaining('Beekeepers of Gimry')])
    const found = await ask(api, '/api/v1/organisations?q=beekeepers')
    expect([found.statusCode, found.body]).toEqual([200, expect.stringContaining(open.id)])
  })

  it('refuses what has gone around CloudFront', async () => {
    for (const key of ['', 'a guess']) {
      const refused = await ask(api, '/api/v1/health', { 'x-kunak-front-key': key })
      expect(refused).toEqual({ statusCode: 403, headers: { 'cache-control': 'no-store' } })
    }
  })

  it('takes nobody for anybody whatever she says, and somebody for herself by her stored session', async () => {
    const someone = aPersonOf(closed.id)
    const path = `/api/v1/organisations/${closed.id}`
    for (const said of [someone.personId, mailOf(someone), encodeURIComponent(JSON.stringify(someone)), newToken()]) {
      for (const name of ['x-kunak-development-identity', 'x-amzn-oidc-identity', 'authorization', 'from']) {
        const pretending = await ask(api, path, { [name]: said })
        expect(withoutRequestId(pretending)).toEqual(withoutRequestId(await ask(api, path)))
      }
      for (const name of ['kunak-development-identity', '__Host-s', 's']) {
        const pretending = await ask(api, path, { cookie: `${name}=${said}` })
        expect(pretending.statusCode).toBe(404)
        expect(withoutRequestId(pretending)).toEqual(withoutRequestId(await ask(api, path, { cookie: 'of-nothing=1' })))
      }
    }
    const cookie = await signIn(someone)
    const hers = await ask(api, path, { cookie })
    expect([hers.statusCode, hers.body]).toEqual([200, expect.stringContaining('Friends of the Ford')])
    expect(hers.headers['cache-control']).toBe('no-store')
  })
})

describe('the deployed pages', () => {
  it('answer in both languages at the site’s own address', async () => {
    for (const locale of ['ru', 'en']) {
      const { statusCode, headers, body } = await ask(web, `/${locale}`)
      expect(statusCode).toBe(200)
      expect(headers['content-type']).toContain('text/html')
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\bws:|\*/)
      expect(body).toContain(`lang="${locale}"`)
      expect(body).not.toContain('execute-api')
    }
  })

  it('show what the public may read, and nobody else', async () => {
    const shown = await ask(web, `/en/organisations/${open.id}`)
    expect([shown.statusCode, shown.body]).toEqual([200, expect.stringContaining('Beekeepers of Gimry')])
    const someone = aPersonOf(closed.id)
    const pretended = { 'x-kunak-development-identity': encodeURIComponent(JSON.stringify(someone)) }
    for (const path of [`/en/organisations/${closed.id}`, `/en/organisations/${open.id}`, '/en/organisations', '/ru']) {
      const pretending = await ask(web, path, pretended)
      expect(pretending).toEqual(await ask(web, path))
      expect(pretending.body).not.toContain('Friends of the Ford')
    }
    const hers = await ask(web, `/en/organisations/${closed.id}`, { cookie: await signIn(someone) })
    expect([hers.statusCode, hers.body]).toEqual([200, expect.stringContaining('Friends of the Ford')])
    expect(hers.headers['cache-control']).toBe('no-store')
  })
})

describe('the deployed workers', () => {
  it('keep the search file: what a recorded change names is published and found', async () => {
    await using keeper = await start('DirectorySearch/Keeper')
    const added = await put(shownTo('public', 'Weavers of Tabasaran'))
    const [record] = stream.Records
    const pk = { S: `ORGANISATION#${added.id}` }
    const dynamodb = {
      ...record?.dynamodb,
      Keys: { ...record?.dynamodb.Keys, pk },
      NewImage: { ...record?.dynamodb.NewImage, pk },
    }
    expect(await keeper.invoke({ Records: [{ ...record, dynamodb }] })).toEqual({ batchItemFailures: [] })
    expect((await ask(api, '/api/v1/organisations?q=weavers')).body).toContain(added.id)
    expect(keeper.log()).not.toContain('Weavers')
  })

  it('do at every tick what is due, or nothing', async () => {
    await expect(tick.invoke({ ...schedule, time: storyTime })).resolves.not.toThrow()
  })
})

describe('every bundle', () => {
  it('has logged nothing about who asked, for what, or what was there', async () => {
    await ask(api, '/api/v1/organisations?q=canaryword', { cookie: 'kunak=canarycookie' })
    await ask(web, '/en/organisations?q=canaryword')
    const logs = api.log() + web.log()
    expect(logs).toContain('"route":"/api/v1/organisations"')
    const secrets = [
      '203.0.113.77',
      '198.51.100.44',
      'Amazon CloudFront',
      'canary',
      'Beekeepers',
      open.id,
      closed.id,
      'of the tests',
    ]
    expect(secrets.filter((secret) => logs.includes(secret))).toEqual([])
  })

  it('has called nothing that its role may not call', () => {
    const rights = privilegesOf(whole)
    for (const [place, needed] of calls) {
      const may = rights.get(`${place}/Role`) ?? []
      expect(needed.size, place).toBeGreaterThan(1)
      const refused = [...needed].filter((spellings) => !spellings.split(' | ').some((right) => may.includes(right)))
      expect(refused, place).toEqual([])
    }
    expect([...calls.keys()].sort()).toEqual(['Clock/Tick', 'DirectorySearch/Keeper', 'FrontDoor/HttpApi', 'FrontDoor/Web'])
  })

  it('is refused when it reaches into what is for one machine or for tests', () => {
    const stray = fileURLToPath(new URL('stray.lambda.ts', import.meta.url))
    expect(() => bundleFunction(stray)).toThrow(/never be deployed: packages\/local/)
  })
})
