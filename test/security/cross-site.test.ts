import { endpoints } from '@kunak/api/reference'
import { anApi, anOrganisation, type TestApi, aPersonOf } from '@kunak/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestFor } from './request-for.ts'

let house: TestApi
beforeAll(async () => void (house = await anApi()))
afterAll(() => house[Symbol.asyncDispose]())

const unset = undefined
/** What a browser sends when another site, or nobody's page, makes it post; or what somebody tries by hand. */
const forged: readonly {
  readonly name: string
  readonly origin: string | undefined
  readonly site: string | undefined
  readonly type?: string
}[] = [
  {
    name: 'a form on another site',
    origin: 'https://evil.example',
    site: 'cross-site',
    type: 'application/x-www-form-urlencoded',
  },
  { name: 'JSON sent by another site as text', origin: 'https://evil.example', site: 'cross-site', type: 'text/plain' },
  { name: 'JSON sent by another site', origin: 'https://evil.example', site: 'cross-site' },
  { name: 'a page on a sister host', origin: 'https://sister.kunak.example', site: 'same-site' },
  { name: 'an old browser on another site', origin: 'https://evil.example', site: unset },
  { name: 'a page without origin in an old browser', origin: 'null', site: unset },
  { name: 'a link opened by hand', origin: unset, site: 'none' },
  { name: 'a request that says nothing of where it comes from', origin: unset, site: unset },
  { name: 'our own origin, but said to be from elsewhere', origin: 'https://kunak.example', site: 'cross-site' },
  { name: 'an origin that only begins like ours', origin: 'https://kunak.example.evil.example', site: unset },
  { name: 'our host over http', origin: 'http://kunak.example', site: unset },
]

describe('changes sent by another site', () => {
  it('are refused by every route but the one whose address is the proof', () => {
    const taken = endpoints.filter(({ fromAnywhere }) => fromAnywhere).map(({ method, path }) => `${method} ${path}`)
    expect(taken).toEqual(['post /stop-letters/{token}'])
  })

  for (const endpoint of endpoints.filter(({ method, fromAnywhere }) => method !== 'get' && !fromAnywhere)) {
    it.for(forged)(`${endpoint.method} ${endpoint.path} refuses $name`, async ({ origin, site, type }) => {
      const own = anOrganisation()
      await house.put(own)
      const who = aPersonOf(own.id)
      const asked: typeof house.ask = (person, method, path, request = {}) => {
        const headers = new Headers(request.headers)
        if (type) headers.set('content-type', type)
        return house.ask(person, method, path, {
          ...request,
          headers: { ...Object.fromEntries(headers), origin: origin ?? '', 'sec-fetch-site': site ?? '' },
        })
      }
      const response = await requestFor({ ...house, ask: asked }, who, endpoint, own)
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ code: 'cross_site' })
    })
  }

  it.each([
    { origin: 'https://kunak.example', site: '' },
    { origin: '', site: 'same-origin' },
    { origin: 'null', site: 'same-origin' },
  ])('but takes those of its own pages ($origin, $site)', async ({ origin, site }) => {
    const own = anOrganisation()
    await house.put(own)
    const who = aPersonOf(own.id)
    const path = `/api/v1/organisations/${own.id}/assurance`
    const response = await house.ask(who, 'POST', path, { headers: { origin, 'sec-fetch-site': site } })
    expect(response.status).toBe(200)
  })
})
