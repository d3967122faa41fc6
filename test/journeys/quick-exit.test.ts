import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { organisationPath, someoneOf } from './people.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const isElsewhere = (url: URL) => url.origin !== site.origin

describe.each(ways)('leaving quickly, $way', ({ hasScripts }) => {
  it.each(['', '/organisations', '/map', organisationPath(1), '/nowhere-at-all'])(
    'is one press away on %s, and leads to a harmless page',
    async (path) => {
      await using visitor = await browser.visit({ hasScripts, locale: 'ru' })
      const { page, say } = visitor
      await page.goto(`/ru${path}`)
      const link = page.getByRole('link', { name: say('exit_label') })
      expect(await link.getAttribute('title')).toBe(say('exit_hint'))
      const box = await link.boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= 800).toBe(true)
      await link.click()
      await page.waitForURL(isElsewhere)
      expect(await page.title()).toBe('Elsewhere')
    },
  )
})

describe('the key Esc, three times', () => {
  it('leaves from within a form, and leaves no page to go back to', async () => {
    await using visitor = await browser.visit({ hasScripts: true, locale: 'en', as: someoneOf(1, 'steward') })
    const { page, say } = visitor
    await page.goto('/en')
    await page.goto(`/en${organisationPath(1)}/edit/names`)
    await page.getByRole('textbox', { name: say('acronym') }).focus()
    for (let press = 1; press <= 3; press += 1) await page.keyboard.press('Escape')
    await page.waitForURL(isElsewhere)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/en')
  })

  it('is not mistaken for closing something once or twice', async () => {
    await using visitor = await browser.visit({ hasScripts: true, locale: 'en' })
    const { page, say } = visitor
    await page.goto('/en/organisations')
    await page.getByRole('searchbox', { name: say('search_label') }).focus()
    for (let press = 1; press <= 2; press += 1) await page.keyboard.press('Escape')
    await page.keyboard.type('a')
    expect(isElsewhere(new URL(page.url()))).toBe(false)
  })
})
