import { aPerson, anAuthenticatorCode, mailOf } from '@kunak/testing'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser, type Visitor } from './open-browser.ts'
import { readLetter } from './read-letter.ts'
import { startSite } from './start-site.ts'
import type { Say } from './texts.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [{ locale: 'ru' }, { locale: 'en' }] as const
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Asks for a letter on the page, as a reader who has found the way to it. */
async function ask({ page, locale, say }: Visitor, mail: string): Promise<void> {
  await page.goto(`/${locale}`)
  await page.getByRole('link', { name: say('nav_sign_in'), exact: true }).click()
  await page.getByLabel(say('sign_in_mail')).fill(mail)
  await press(page, say('sign_in_ask'))
  await page.getByRole('heading', { level: 1, name: say('sign_in_code_title') }).waitFor()
}

/** Adds an authenticator app as the page tells her to, and writes the recovery code down. */
async function addApp(page: Page, say: Say): Promise<{ readonly secret: string; readonly recoveryCode: string }> {
  await press(page, say('authenticator_begin'))
  await page.getByRole('img', { name: say('authenticator_qr') }).waitFor()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel(say('authenticator_first')).fill(anAuthenticatorCode(new Date(), secret))
  await press(page, say('authenticator_confirm'))
  await page.getByRole('heading', { level: 1, name: say('recovery_shown_title') }).waitFor()
  const recoveryCode = await page.locator('code').innerText()
  await page.getByRole('link', { name: say('recovery_shown_done') }).click()
  await page.getByRole('heading', { level: 1, name: say('account_title') }).waitFor()
  return { secret, recoveryCode }
}

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a lost phone, $way', ({ hasScripts, locale }) => {
  it('is replaced by mail and the code on paper, and whoever has it is signed out', async () => {
    const who = { ...aPerson(), account: { passkeys: [], authenticator: null } }
    await site.signIn(who)
    const mail = mailOf(who)

    await using phone = await browser.visit({ hasScripts, locale, width: 360 })
    const { say } = phone
    await ask(phone, mail)
    await phone.page.goto((await readLetter(site, mail)).path)
    await press(phone.page, say('sign_in_go_on'))
    await phone.page.getByRole('heading', { level: 1, name: say('enrol_title') }).waitFor()
    const { secret, recoveryCode } = await addApp(phone.page, say)

    await using desk = await browser.visit({ hasScripts, locale })
    await ask(desk, mail)
    await desk.page.getByLabel(say('sign_in_code')).fill((await readLetter(site, mail, 1)).code)
    await press(desk.page, say('sign_in_go_on'))
    await desk.page.getByRole('heading', { level: 1, name: say('second_title') }).waitFor()
    await desk.page.getByText(say('second_lost')).click()
    await desk.page.getByLabel(say('recovery_code'), { exact: true }).fill(recoveryCode.toLowerCase())
    await press(desk.page, say('recovery_code_use'))
    await desk.page.getByRole('heading', { level: 1, name: say('enrol_title') }).waitFor()
    const fresh = await addApp(desk.page, say)
    expect(fresh.secret).not.toBe(secret)
    expect(fresh.recoveryCode).not.toBe(recoveryCode)

    await desk.page.goto(`/${locale}/account/security`)
    expect(
      await desk.page
        .getByRole('listitem')
        .filter({ hasText: say('session_this') })
        .count(),
    ).toBe(1)
    expect(await desk.page.title()).not.toMatch(/кунак|kunak/i)
    await phone.page.goto(`/${locale}/account/security`)
    await phone.page.getByRole('heading', { level: 1, name: say('sign_in_title') }).waitFor()

    await desk.page
      .getByRole('button', { name: say('nav_sign_out') })
      .first()
      .click()
    await desk.page.getByRole('link', { name: say('nav_sign_in'), exact: true }).waitFor()
  })
})
