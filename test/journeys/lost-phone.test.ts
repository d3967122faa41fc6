import { aPerson, mailOf } from '@kunak/testing'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { readLetter } from './read-letter.ts'
import { addApp, askForLetter, signInByLetter } from './sign-in-by-letter.ts'
import { startSite } from './start-site.ts'
import { ways } from './ways.ts'

const site = await startSite()
const browser = await openBrowser(site)
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

const told = [{ locale: 'ru' }, { locale: 'en' }] as const
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe.each(ways.map((way, index) => ({ ...way, ...told[index]! })))('a lost phone, $way', ({ hasScripts, locale }) => {
  it('is replaced by mail and the code on paper, and whoever has it is signed out', async () => {
    const who = { ...aPerson(), account: { passkeys: [], authenticator: null } }
    await site.signIn(who)
    const mail = mailOf(who)

    await using phone = await browser.visit({ hasScripts, locale, width: 360 })
    const { say } = phone
    await signInByLetter(site, phone, mail)
    const { secret, recoveryCode } = await addApp(phone)

    await using desk = await browser.visit({ hasScripts, locale })
    await askForLetter(desk, mail)
    await desk.page.getByLabel(say('sign_in_code')).fill((await readLetter(site, mail, 1)).code)
    await press(desk.page, say('sign_in_go_on'))
    await desk.page.getByRole('heading', { level: 1, name: say('second_title') }).waitFor()
    await desk.page.getByText(say('second_lost')).click()
    await desk.page.getByLabel(say('recovery_code'), { exact: true }).fill(recoveryCode.toLowerCase())
    await press(desk.page, say('recovery_code_use'))
    await desk.page.getByRole('heading', { level: 1, name: say('enrol_title') }).waitFor()
    const fresh = await addApp(desk)
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
