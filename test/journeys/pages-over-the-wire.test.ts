import { gunzipSync } from 'node:zlib'
import { uiLocales } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { headersOf, pagesInEachLanguage, writeHers } from './every-page.ts'
import { broughtBy, serve, type Served } from './over-the-wire.ts'
import { someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { sayIn } from './texts.ts'

const site = await startSite()
await writeHers(site)
afterAll(() => site[Symbol.asyncDispose]())

/** Some networks cut a connection after 16 kB: a page and its style come through before that. */
const mostBytes = 14 * 1024
const mostScriptBytes = 45 * 1024

const textOf = ({ headers, body }: Served) => (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8')

function expectSafeHeaders({ headers }: Served): void {
  const policy = String(headers['content-security-policy'])
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
    expect(policy).toContain(rule)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1])).toBeGreaterThanOrEqual(31_536_000)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['permissions-policy']).toMatch(/camera=\(\).*publickey-credentials-get=\(self\)/)
  expect(headers['x-powered-by'] ?? headers['server'] ?? headers['set-cookie']).toBeUndefined()
}

describe.each(pagesInEachLanguage)('$name in $locale', (page) => {
  const { path, status, as, isPrivate = false, scripts: brought = [], locale } = page
  const ask = async () => serve(`${site.origin}/${locale}${path}`, await headersOf(site, page, locale))

  it('weighs little with its style, and brings no script that it can do without', async () => {
    const served = await ask()
    const { styles, scripts } = broughtBy(textOf(served))
    const weightOf = async (addresses: string[]) => {
      const headers = await headersOf(site, {}, locale)
      const files = await Promise.all(addresses.map((address) => serve(site.origin + address, headers)))
      expect(files.every((file) => file.status === 200 && file.headers['cache-control']?.includes('immutable'))).toBe(true)
      return files.reduce((sum, { weight }) => sum + weight, 0)
    }
    expect(styles.length).toBeGreaterThan(0)
    expect(served.weight + (await weightOf(styles))).toBeLessThanOrEqual(mostBytes)
    const names = scripts.map((address) => /([a-z-]+)\.[\w-]+\.js$/.exec(address)?.[1])
    expect(names.sort()).toEqual([...brought, 'quick-exit'].sort())
    expect(await weightOf(scripts)).toBeLessThanOrEqual(mostScriptBytes)
  })

  it('has its status, its language, a title, one heading and no script or style of its own among its words', async () => {
    const served = await ask()
    const html = textOf(served)
    expect(served.status).toBe(status)
    expect(served.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(/<html lang="([^"]*)"/.exec(html)?.[1]).toBe(locale)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
    expect(title).not.toBe('')
    // What stands in a tab outlives the visit, so it says what it is only where everybody may read it.
    expect(/кунак|kunak/i.test(title)).toBe(as === undefined && !isPrivate)
    const inline = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
    expect(inline).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\sstyle="|\son[a-z]+="|javascript:/i)
  })

  it('carries every security header, and is kept by nobody unless everybody may read it', async () => {
    const served = await ask()
    expectSafeHeaders(served)
    const isPublic = as === undefined && !isPrivate && status === 200
    expect(served.headers['cache-control']).toMatch(isPublic ? /^public, max-age=([12]?\d|30)$/ : /^no-store$/)
  })
})

describe.each(uiLocales)('the sessions of somebody who has signed in very often, in %s', (locale) => {
  it('are those used last, the present one among them, and how many more there are', async () => {
    const as = someoneOf(4, 'member')
    const first = await headersOf(site, { as }, locale)
    for (let times = 1; times < 60; times += 1) await site.signIn(as)
    const served = await serve(`${site.origin}/${locale}/account/security`, first)
    const html = textOf(served)
    expect(html.match(/name="id"/g)).toHaveLength(20)
    expect(html.match(/class="pill"/g)).toHaveLength(1)
    expect(html).toContain(sayIn(locale)('sessions_more', { count: '39' }))
    expect(served.weight).toBeLessThanOrEqual(mostBytes)
  })
})

describe('an answer that is no page of ours', () => {
  const strange = [
    ['a file that is not there', '/_app/immutable/nothing.js', 404],
    ['an address that cannot be read', '/ru/%E0%A4%A', 400],
    ['a language that is not spoken', '/fr/organisations', 404],
    ['the API’s unknown address', '/api/v1/nothing', 404],
  ] as const

  it.each(strange)('carries every security header: %s', async (_, path, status) => {
    const served = await serve(site.origin + path, await headersOf(site, {}, 'ru'))
    expect(served.status).toBe(status)
    expect(textOf(served)).not.toMatch(/node_modules|at \w+ \(/)
    const { 'content-security-policy': policy } = served.headers
    expect(policy).toContain("default-src 'none'")
    expect(served.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })
})
