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

/** As high as the masthead may be on a phone. */
const twoRows = 120

const told = [
  { locale: 'ru', number: 14 },
  { locale: 'en', number: 15 },
] as const

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a steward hides her organisation, $way', (told) => {
  const { hasScripts, locale, number } = told

  it('in two clicks from any page, and it is gone for everybody, herself too', async () => {
    const as = someoneOf(number, 'steward')
    await using visitor = await browser.visit({ hasScripts, locale, as, width: 360 })
    await using somebody = await browser.visit({ hasScripts, locale })
    await using colleague = await browser.visit({ hasScripts, locale, as: someoneOf(number, 'member') })
    const { page, say } = visitor
    await colleague.page.goto(`/${locale}/organisations`)
    await colleague.page.getByRole('link', { name: say('nav_account'), exact: true }).waitFor()

    await page.goto(`/${locale}/map`)
    expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThan(twoRows)
    await page.getByRole('link', { name: say('nav_freeze') }).click()
    await page.getByText(say('freeze_what')).waitFor()
    await page.getByRole('button', { name: say('freeze_button') }).click()
    await page.getByRole('heading', { level: 1, name: say('freeze_done') }).waitFor()
    const code = await page.locator('strong.code').innerText()
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    // Neither the address nor the tab says what was done.
    expect(new URL(page.url()).search).toBe('')

    const gone = await somebody.page.goto(`/${locale}${organisationPath(number)}`)
    expect(gone?.status()).toBe(404)
    for (const { page: one } of [visitor, colleague]) {
      await one.goto(`/${locale}/organisations`)
      await one.getByRole('link', { name: say('nav_sign_in') }).waitFor()
    }

    await using again = await browser.visit({ hasScripts, locale, as })
    await again.page.goto(`/${locale}`)
    await again.page.getByRole('link', { name: say('nav_freeze') }).click()
    await again.page.getByText(code).waitFor()
  })
})
