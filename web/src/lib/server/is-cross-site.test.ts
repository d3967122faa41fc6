import { describe, expect, it } from 'vitest'
import { isCrossSite } from './is-cross-site.ts'
import { isPublicPage } from './is-public-page.ts'

const own = 'https://kunak.example'
const request = (method: string, headers: Record<string, string>) => new Request(`${own}/ru`, { method, headers })

describe('a change', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin', origin: own }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: own }],
  ])('from our own page is taken: %j', (headers) => {
    expect(isCrossSite(request('POST', headers), own)).toBe(false)
  })

  it.each([
    [{}],
    [{ origin: 'null' }],
    [{ origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site', origin: own }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://x.kunak.example' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
  ])('from anywhere else is refused, whatever the method: %j', (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(isCrossSite(request(method, headers), own)).toBe(true)
    expect(isCrossSite(request('GET', headers), own)).toBe(false)
  })
})

describe('a page that a cache may keep', () => {
  const route = '/[locale=locale]/organisations'

  it('is one that everybody gets alike', () => {
    expect(isPublicPage(request('GET', {}), route, 200)).toBe(true)
  })

  it.each([
    ['the reader is somebody', request('GET', { cookie: 'a=b' }), route, 200],
    ['it refuses', request('GET', {}), route, 404],
    ['it changes something', request('POST', {}), route, 200],
    ['it is for a few', request('GET', {}), '/[locale=locale]/imports', 200],
    ['there is no such page', request('GET', {}), null, 200],
  ])('is not one where %s', (_, asked, routeId, status) => {
    expect(isPublicPage(asked, routeId, status)).toBe(false)
  })
})
