import { anAuthenticatorCode } from '@kunak/testing'
import type { UiLocale } from '@kunak/vocabulary'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser, type Visitor } from './open-browser.ts'
import { someoneOf } from './people.ts'
import { startSite } from './start-site.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const place = '/account/security/passkeys'

/** Somebody with an authenticator app and no passkey yet, before a device that holds none. */
async function newcomer(hasScripts: boolean, locale: UiLocale): Promise<Visitor> {
  const visitor = await browser.visit({ hasScripts, locale })
  const cookie = await site.signIn({ ...someoneOf(1, 'member'), account: { passkeys: [] } })
  const [name = '', value = ''] = cookie.split('=')
  const { hostname: domain } = new URL(site.origin)
  await visitor.page.context().addCookies([{ name, value, domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
  return visitor
}

describe.each(['ru', 'en'] as const)('a passkey, in %s', (locale) => {
  it('is added, signs in without mail, confirms an act, and opens nothing once it is removed', async () => {
    await using visitor = await newcomer(true, locale)
    const { page, say } = visitor
    const status = (text: string) => page.getByRole('status').filter({ hasText: text })
    await page.goto(`/${locale}${place}`)
    await page.getByLabel(say('passkey_name')).last().fill('Мой телефон')
    await page.getByRole('button', { name: say('passkey_add') }).click()

    // Adding one more way in is confirmed by the way that she has; what she wrote is not asked for again.
    await page.getByRole('heading', { level: 1, name: say('step_up_title') }).waitFor()
    expect(await page.title()).not.toContain('Kunak')
    await page.getByLabel(say('step_up_code')).fill(anAuthenticatorCode(new Date()))
    await page.getByRole('button', { name: say('step_up_confirm') }).click()
    await status(say('passkey_added')).waitFor()
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Мой телефон'])

    await page.context().clearCookies()
    await page.goto(`/${locale}/sign-in`)
    await page.getByRole('button', { name: say('passkey_sign_in') }).click()
    await page.waitForURL(`**/${locale}/account`)

    await page.goto(`/${locale}${place}`)
    await page.getByRole('button', { name: say('passkey_remove') }).click()
    await page.getByRole('button', { name: say('step_up_passkey') }).click()
    await status(say('passkey_removed')).waitFor()
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(0)

    await page.context().clearCookies()
    await page.goto(`/${locale}/sign-in`)
    await page.getByRole('button', { name: say('passkey_sign_in') }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: say('passkey_sign_in_again') })
      .waitFor()
    expect(new URL(page.url()).pathname).toBe(`/${locale}/sign-in`)
  })

  it('is called something else without scripts, and the page says what it cannot do without them', async () => {
    await using visitor = await browser.visit({ hasScripts: true, locale, as: someoneOf(2, 'member') })
    const cookies = await visitor.page.context().cookies()
    await using still = await browser.visit({ hasScripts: false, locale })
    const { page, say } = still
    await page.context().addCookies(cookies)
    await page.goto(`/${locale}${place}`)
    expect(await page.getByRole('button', { name: say('passkey_add') }).count()).toBe(0)
    await page.getByText(say('passkey_needs_script')).waitFor()
    await page.locator('summary').click()
    await page.getByLabel(say('passkey_name')).first().fill('Ключ на связке')
    await page.getByRole('button', { name: say('save') }).click()
    await page.getByRole('heading', { level: 3, name: 'Ключ на связке' }).waitFor()
    await page.getByRole('button', { name: say('passkey_remove') }).click()
    await page.getByText(say('step_up_needs_script')).waitFor()
    expect(await page.getByRole('button', { name: say('step_up_passkey') }).count()).toBe(0)
    await page.goto(`/${locale}${place}`)
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(1)
  })
})
