import { afterAll, describe, expect, it } from 'vitest'
import { texts, validAtom, validCap } from '../feeds/validators.ts'
import { confirm } from './confirm.ts'
import { openBrowser } from './open-browser.ts'
import { serve } from './over-the-wire.ts'
import { someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const served = await serve(site.origin + path, headers)
  return { ...served, text: served.body.toString('utf8') }
}

describe('a program that follows the site', () => {
  it('finds the demo network’s public alerts in several states, and for each a CAP document', { timeout: 60_000 }, async () => {
    const { text, headers } = await get('/feeds/alerts.atom?language=en')
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const feed = validAtom(text)
    const titles = texts(feed, '//a:entry/a:title').join('\n')
    for (const label of ['Exercise: ', 'Unverified: ', 'Closed: ', 'Expired: ']) expect(titles).toContain(label)
    for (const address of texts(feed, "//a:entry/a:link[@type='application/cap+xml']/@href")) {
      const document = validCap((await get(new URL(address).pathname)).text)
      expect(texts(document, '//c:scope')).toEqual(['Public'])
    }
    expect((await get('/feeds/court-dates.ics')).text).toContain('BEGIN:VEVENT')
  })

  it('gets the same whoever it is, may keep it for half a minute, and is not sent it twice', async () => {
    for (const path of ['/feeds/alerts.atom', '/feeds/court-dates.ics']) {
      const first = await get(path)
      expect(first.headers['cache-control']).toBe('public, max-age=30')
      expect(first.headers['x-content-type-options']).toBe('nosniff')
      const cookie = await site.signIn(someoneOf(1, 'steward'))
      const hers = await get(path, { cookie })
      expect([hers.text, hers.headers['cache-control']]).toEqual([first.text, 'public, max-age=30'])
      expect(hers.headers['set-cookie']).toBeUndefined()
      const again = await get(path, { 'if-none-match': String(first.headers['etag']) })
      expect([again.status, again.text]).toEqual([304, ''])
    }
  })

  it.each(['/feeds', '/feeds/nothing.atom', '/feeds/alerts/nothing.cap', '/feeds/own/nothing/news.atom'])(
    'is told that there is no %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )
})

describe.each(ways.map((way, index) => ({ ...way, locale: (['ru', 'en'] as const)[index] ?? 'ru' })))(
  'feeds of her own, $way',
  ({ hasScripts, locale }) => {
    it('are made, shown once, followed and ended', { timeout: 60_000 }, async () => {
      await using visitor = await browser.visit({ hasScripts, locale, as: someoneOf(2, 'member'), width: 360 })
      const { page, say } = visitor
      await page.goto(`/${locale}/account`)
      await page.getByRole('link', { name: say('own_feeds_title') }).click()
      await page.getByRole('button', { name: say('own_feeds_make') }).click()
      await confirm(visitor)
      await page.getByRole('heading', { level: 1, name: say('own_feeds_made') }).waitFor()
      const [news = '', calendar = ''] = await page.locator('code').allInnerTexts()
      const followed = await get(new URL(news).pathname)
      expect(texts(validAtom(followed.text), '//a:entry').length).toBeGreaterThan(0)
      expect(followed.headers['cache-control']).toBe('no-store')
      expect((await get(new URL(calendar).pathname)).headers['content-type']).toBe('text/calendar; charset=utf-8')

      await page.getByRole('link', { name: say('own_feeds_kept') }).click()
      expect(await page.content()).not.toContain(news)
      await page.getByRole('button', { name: say('own_feeds_end') }).click()
      await page.getByText(say('own_feeds_ended')).waitFor()
      expect((await get(new URL(news).pathname)).status).toBe(404)
    })
  },
)
